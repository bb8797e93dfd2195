"""The card in the window: its place, the keyboard, and the bar of keys; made when a card is opened first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from annotator.language.label_names import label_name
from annotator.session.editing.card.card_mode import CardMode
from annotator.session.editing.card.card_parts import Target
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.values.values import Values
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard

if TYPE_CHECKING:
    from annotator.ui.article_page.side_place import SidePlace
    from annotator.ui.card.card_panel import CardPanel
    from annotator.ui.card.card_slots import CardSlots

WIDTH = 476


class CardView(QObject):
    """Shows the card beside the text of ``page``, over the panels of ``docks``. ``link_requested``: an address."""

    link_requested = Signal(str)

    def __init__(
        self, mode: CardMode, session: Session, look: Look, page: ArticlePage, docks: Sequence[QDockWidget]
    ) -> None:
        super().__init__(page)
        self._mode, self._session, self._look, self._page, self._docks = mode, session, look, page, docks
        self._panel: CardPanel | None = None
        self._slots: CardSlots | None = None
        self._place: SidePlace | None = None
        self._target, self._moded = Target("", ""), False
        self._make: Callable[[], None] = lambda: None
        self._keys_soon = QTimer(self, interval=0, singleShot=True)
        self._keys_soon.timeout.connect(self._show_keys)
        mode.begun.connect(self._show)
        mode.turned.connect(self._turn)
        mode.changed.connect(self._follow)
        mode.filled.connect(self._come_back)
        mode.returned.connect(self._focus_left)
        mode.proposed.connect(self._show_proposals)
        mode.ended.connect(self._hide)

    def use(
        self,
        values: Values,
        set_note: Callable[[str, str, object], None],
        links: LinkMode,
        evidence: EvidenceParts,
    ) -> None:
        """Give what the card writes by, and the mode that takes its place for a while."""
        self._make = lambda: self._make_panel(values, set_note, evidence)
        links.begun.connect(self._give_way)
        links.ended.connect(self._take_place_again)

    @property
    def panes(self) -> list[QWidget]:
        """Widgets that F6 stops at here."""
        return [self._panel] if self._panel and self._panel.isVisible() else []

    def _make_panel(
        self, values: Values, set_note: Callable[[str, str, object], None], evidence: EvidenceParts
    ) -> None:
        from annotator.ui.article_page.side_place import SidePlace  # here: imported on first use only
        from annotator.ui.card.card_panel import CardPanel
        from annotator.ui.card.card_slots import CardSlots
        from annotator.ui.card.filling_keys import FillingKeys

        self._place = SidePlace(self._page, self._docks, WIDTH)
        ground = self._place.ground
        slots = CardSlots(self._mode, self._session, values, set_note, evidence, ground)
        slots.link_requested.connect(self.link_requested)
        self._panel, self._slots = CardPanel(self._mode, self._session, self._look, slots, ground), slots
        self._panel.hide()
        FillingKeys(self._mode, self._page.view)

    def _show(self) -> None:
        if self._panel is None:
            self._make()
        if self._panel is None or self._place is None:
            return
        self._place.put(self._panel)
        self._application.focusChanged.connect(self._follow_focus)
        self._panel.appear()

    def _turn(self) -> None:
        """Show the card of another annotation; the keyboard stays in its slot."""
        if self._slots and self._panel:
            self._slots.finish()
            self._panel.refresh()

    def _follow(self) -> None:
        if self._panel is None:
            return
        if self._mode.is_filling:
            self._target = self._mode.target
            take_keyboard(self._page.view)
            self._show_keys()
        else:
            self._panel.refresh()

    def _show_proposals(self) -> None:
        if self._panel and self._slots and (annotation := self._mode.annotation):
            self._slots.show_proposals(annotation)
            self._panel.settle()

    def _come_back(self) -> None:
        """Go back to the slot that was to be filled."""
        if self._panel:
            self._panel.refresh()
            take_keyboard(self._panel)
            self._panel.focus_target(self._target)
            self._show_keys()

    def _focus_left(self, id: str) -> None:
        """Put the keyboard on the row whose card was left, if it is in the card."""
        if self._panel and self._panel.isAncestorOf(QApplication.focusWidget() or self._page):
            self._panel.focus_row(id)

    def _hide(self) -> None:
        if self._panel is None or self._place is None or self._slots is None:
            return
        self._slots.finish()
        self._application.focusChanged.disconnect(self._follow_focus)
        had_focus = self._panel.isAncestorOf(QApplication.focusWidget() or self._page)
        self._place.put(None)
        self._panel.hide()
        self._keys_soon.stop()
        self._leave_keys()
        if had_focus:
            take_keyboard(self._page.view)

    def _give_way(self) -> None:
        if self._panel and self._place and self._mode.under_way:
            self._place.put(None)
            self._panel.hide()

    def _take_place_again(self) -> None:
        if self._panel and self._place and self._mode.under_way:
            self._place.put(self._panel)
            self._panel.show()
            self._panel.refresh()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._panel and now and self._panel.isAncestorOf(now):
            self._panel.follow_focus(now)
        self._keys_soon.start()  # once the card is to be seen

    def _show_keys(self) -> None:
        """Say what keys do where the keyboard is: in the card, or in the text for a slot; else the labels act."""
        from annotator.ui.card.card_keys import card_keys, filling_keys

        focused = QApplication.focusWidget()
        if self._mode.is_filling:
            label = label_name(self._session.scheme, self._mode.target.label)
            self._enter_keys(_("Select: {label}").format(label=label), filling_keys(), awaited=True)
        elif self._panel and focused and self._panel.isAncestorOf(focused):
            self._enter_keys(_("Card"), card_keys(), awaited=False)
        else:
            self._leave_keys()

    def _enter_keys(self, name: str, keys: Sequence[tuple[str, str]], *, awaited: bool) -> None:
        self._moded = True
        self._page.show_mode(name, keys, awaited=awaited)

    def _leave_keys(self) -> None:
        if self._moded:
            self._moded = False
            self._page.show_mode("")

    @property
    def _application(self) -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application
