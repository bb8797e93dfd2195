"""The linking mode in the window: the list, the bar of keys, the keyboard; made when the mode first begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.ui.article_page.side_place import SidePlace
    from annotator.ui.article_view.relations.linked_text import LinkedText
    from annotator.ui.linking.link_panel import LinkPanel


class LinkingView(QObject):
    """Shows the mode around the text of ``page``; ``docks`` are the panels that its list takes the place of."""

    def __init__(
        self, mode: LinkMode, session: Session, look: Look, page: ArticlePage, docks: Sequence[QDockWidget]
    ) -> None:
        super().__init__(page)
        self._mode, self._session, self._look = mode, session, look
        self._page, self._docks = page, docks
        self._panel: LinkPanel | None = None
        self._place: SidePlace | None = None
        self._linked: LinkedText | None = None
        mode.begun.connect(self._show)
        mode.changed.connect(self._follow_mode)
        look.changed.connect(self._follow_mode)
        mode.ended.connect(self._hide)

    @property
    def panes(self) -> list[QWidget]:
        """Widgets that F6 stops at here."""
        return [self._panel.field] if self._panel else []

    def _show(self) -> None:
        from annotator.ui.article_page.side_place import SidePlace
        from annotator.ui.article_view.relations.linked_text import LinkedText  # here: imported on first use only
        from annotator.ui.linking.link_panel import LinkPanel
        from annotator.ui.linking.linking_clicks import LinkingClicks

        if self._place is None or self._linked is None:
            self._place, self._linked = SidePlace(self._page, self._docks), LinkedText(self._page.view)
            LinkingClicks(self._mode, self._session, self._page.view, self._linked)
        self._panel = LinkPanel(self._mode, self._session, self._look, self._place.ground)
        self._page.relations.set_off(off=True)
        self._place.put(self._panel)
        self._panel.show()
        take_keyboard(self._panel.field)
        self._application.focusChanged.connect(self._follow_focus)

    def _hide(self) -> None:
        panel, self._panel = self._panel, None
        if panel is None or self._place is None or self._linked is None:
            return
        self._linked.clear()
        self._page.relations.set_off(off=False)
        self._application.focusChanged.disconnect(self._follow_focus)
        had_focus = panel.isAncestorOf(QApplication.focusWidget() or self._page)
        self._place.put(None)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()
        self._page.show_mode("")
        self._session.meanwhile.emit("")
        if had_focus:
            take_keyboard(self._page.view)

    def _follow_mode(self) -> None:
        from annotator.ui.linking.linking_keys import asking_keys, linking_keys  # here: imported on first use only
        from annotator.ui.linking.linking_words import under_way

        if self._mode.under_way and self._linked:
            asking = self._mode.asking
            keys = asking_keys(len(asking.free)) if asking else linking_keys()
            self._page.show_mode(_("Linking"), keys, awaited=asking is not None)
            self._session.meanwhile.emit(under_way(self._mode, self._session))
            self._mark_candidates(self._linked)

    def _mark_candidates(self, text: LinkedText) -> None:
        from annotator.ui.article_view.relations.linked_text import DrawnCandidate

        mode, chosen = self._mode, self._mode.chosen
        free = [candidate for candidate in mode.shown if candidate.free]
        linked = [DrawnCandidate(it.annotation, mode.number_of(it), current=it is chosen) for it in free]
        words = self._session.words(chosen.annotation) if chosen else ""
        known = self._session.document.annotations
        text.show([known[id] for id in mode.sources if id in known], linked, words)

    @property
    def _application(self) -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Give the keyboard back to the field where the text took it, by a click or by F6."""
        if self._panel and now is self._page.view:
            self._panel.field.setFocus()
