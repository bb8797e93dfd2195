"""The review in the window: shown in place of the article, left for a correction in the article, and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.session.review.gain_order import GainOrder
from annotator.session.review.review_mode import ReviewMode
from annotator.session.services import Services
from annotator.translation.messages import _, pgettext
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.words.key_names import caption
from annotator.ui.window.desk.board_place import Around
from annotator.ui.window.docks import BOARD

if TYPE_CHECKING:
    from annotator.ui.review.page import ReviewPage

ACTION = "review"


class ReviewPlace(QObject):
    """Make the page when the mode first begins, show it, and show the article while a copy is edited there."""

    def __init__(self, mode: ReviewMode, services: Services, look: Look, around: Around, article: ArticlePage) -> None:
        super().__init__(around.middle)
        self._mode, self._services, self._look = mode, services, look
        self._actions, self._middle, self._panels = around
        self._article = article
        self._page: ReviewPage | None = None
        mode.deciding.finish_key = lambda: self._actions.caption("done_next")
        mode.begun.connect(self._show)
        mode.corrected.connect(self._follow_correction)
        mode.ended.connect(self._hide)
        mode.refused.connect(lambda: self._actions.check(ACTION, False))

    def _show(self) -> None:
        page = self._page or self._made()
        self._middle.show_other(page, page.panes)
        self._panels.put_away(BOARD)
        self._actions.check(ACTION)
        page.refresh()
        page.take_keyboard()

    def _hide(self) -> None:
        self._actions.check(ACTION, False)
        self._article.show_mode("")
        if self._page and self._middle.currentWidget() is self._page:
            self._show_article()

    def _made(self) -> ReviewPage:
        from annotator.ui.review.page import ReviewPage  # here: not before it is wanted

        services = self._services
        page = self._page = ReviewPage(
            self._mode, services.session, self._look, services.store, self._actions.caption(ACTION)
        )
        page.left.connect(self._mode.leave)
        gain = GainOrder(self._mode, services.differences)
        page.queue.ordered.connect(lambda by_gain: gain.turn(on=by_gain))
        return page

    def _follow_correction(self) -> None:
        """Show the article with the copy that is edited, or the review again."""
        if self._mode.deciding.correcting:
            self._show_article()
            keys = ((caption("Esc"), pgettext("what a key does", "back to the review")),)
            self._article.show_mode(_("Correcting"), keys, press=lambda _key: self._mode.end_correction())
        else:
            self._article.show_mode("")
            self._show()

    def _show_article(self) -> None:
        self._middle.show_page()
        self._panels.bring_back(BOARD)
        take_keyboard(self._article.view)
