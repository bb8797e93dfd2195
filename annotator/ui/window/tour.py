"""Tour of the window: a card points at five places, one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.session.services import Services
from annotator.translation.messages import N_, _
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.status_bar.saved_part import SavedPart
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.system.announcing import announce
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.pointing.pointing_card import Stop
from annotator.ui.widgets.pointing.pointing_layer import PointingLayer
from annotator.ui.window.docks import Docks
from annotator.ui.window.side_panels import SidePanels

FOLDED = N_("The panel is folded: a click on its name opens it.")
HIDDEN = N_("The panel is hidden: this menu shows it.")


@dataclass(frozen=True, slots=True)
class Spot:
    """Part of the window that is pointed at, the rectangle of it, and a sentence on why it is not the part meant."""

    part: QWidget
    rect: QRect
    instead: str = ""


class Tour(QObject):
    """Guide through the window, as often as it is wanted; it changes no document.

    ``open_samples`` opens articles, for a tour that begins where none is shown.
    """

    def __init__(
        self,
        services: Services,
        look: Look,
        page: ArticlePage,
        docks: Docks,
        panels: SidePanels,
        open_samples: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._window = page.window()
        self._services, self._look, self._page = services, look, page
        self._docks, self._panels, self._open_samples = docks, panels, open_samples
        self._layer: PointingLayer | None = None
        self._number, self._wanted, self._told = 0, False, ""
        services.session.opened.connect(self._begin_if_wanted)

    def begin(self) -> None:
        """Point at the first place, at once or as soon as an article is open."""
        self._services.store.update(tour_seen=True)
        if self._page.isVisible():
            self._go_to(0)
        else:
            self._wanted = True
            self._open_samples()

    def _begin_if_wanted(self) -> None:
        if self._wanted and self._services.session.current:
            self._wanted = False
            QTimer.singleShot(0, self, lambda: self._go_to(0))

    def _stops(self) -> list[tuple[str, str, Callable[[], Spot]]]:
        """Return title, sentence and place of each stop."""
        return [
            (
                _("The article"),
                _("Select some words, with the mouse or with Shift and the arrow keys, then press a label’s key."),
                lambda: _whole(self._page.view),
            ),
            (
                _("Labels"),
                _("Each label is drawn as it looks in the text, beside its key. A click on it marks as well."),
                lambda: _whole(self._page.labels),
            ),
            (
                _("Annotations"),
                _("All that is marked is listed here. A click or Enter goes there; Delete removes it."),
                lambda: self._panel("show_annotations"),
            ),
            (
                _("Details"),
                _("The annotation that is selected is shown here in full, with a note of your own."),
                lambda: self._panel("show_details"),
            ),
            (
                _("Saved"),
                _("Each mark is saved at once, in a file beside the article. The Help menu has all keys."),
                self._saved,
            ),
        ]

    def _go_to(self, number: int) -> None:
        layer = self._layer or self._made_layer()
        stops = self._stops()
        self._number = number
        title, sentence, where = stops[number]
        spot = where()
        stop = Stop(number + 1, len(stops), title, " ".join(filter(None, (sentence, _(spot.instead)))))
        layer.point(stop, spot.part, spot.rect)
        if stop.spoken != self._told:
            self._told = stop.spoken
            announce(layer, stop.spoken)

    def _made_layer(self) -> PointingLayer:
        layer = self._layer = PointingLayer(self._look, self._window)
        layer.stepped.connect(lambda step: self._go_to(self._number + step))
        layer.moved.connect(self._point_again)
        layer.left.connect(self._end)
        return layer

    def _point_again(self) -> None:
        """Point at the present place, which may be another now that the window has changed."""
        if self._layer:
            self._go_to(self._number)

    def _end(self) -> None:
        layer, self._layer, self._told = self._layer, None, ""
        if layer:
            layer.end()
            take_keyboard(self._page.view)

    def _panel(self, action: str) -> Spot:
        """Return the panel where it is shown in this window, else its name at the side, else the menu that shows it."""
        panel = self._docks.panels[action]
        holder = panel.parentWidget()
        if panel.isVisible() and holder and holder.window() is self._window:
            return _whole(holder)
        area = next(spec.area for spec in self._docks.specs if spec.action == action)
        name = self._panels.rails.sides[area].names[action]
        return Spot(name, name.rect(), FOLDED) if name.isVisible() else self._menu()

    def _menu(self) -> Spot:
        """Return the title of the View menu; the window where the menus are not in it."""
        bar, view = self._window.findChild(QMenuBar, "menuBar"), self._window.findChild(QMenu, "menuView")
        rect = bar.actionGeometry(view.menuAction()) if bar and view and bar.isVisible() else QRect()
        return Spot(bar, rect, HIDDEN) if bar and rect.isValid() else _whole(self._page.header)

    def _saved(self) -> Spot:
        bar = self._window.findChild(StatusBar)
        part = bar.findChild(SavedPart) if bar else None
        return _whole(part if part and part.isVisible() else bar or self._page.header)


def _whole(part: QWidget) -> Spot:
    return Spot(part, part.rect())
