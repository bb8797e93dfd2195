"""Modes of the text: linking, values by two keys, the card and the desk; their state, and what is shown of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from annotator.session.editing.card.card_mode import CardMode
from annotator.session.editing.card.folder_claims import FolderClaims
from annotator.session.editing.desk.desk import Desk
from annotator.session.editing.desk.fact_steps import FactSteps
from annotator.session.editing.desk.reading import Reading
from annotator.session.editing.marking import Marking
from annotator.session.editing.navigation import Navigation
from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.editing.relations.linking import Linking
from annotator.session.editing.values.value_keys import ValueKeys
from annotator.session.review.next_review import NextReview
from annotator.session.review.others import Others
from annotator.session.review.review_mode import ReviewMode
from annotator.session.review.reviewer import Reviewer
from annotator.session.services import Services
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.article_page.desk.reading_parts import ReadingParts
from annotator.ui.article_page.value_keys_view import ValueKeysView
from annotator.ui.card.card_view import CardView
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.linking.linking_view import LinkingView
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.window.desk.board_place import Around
from annotator.ui.window.desk.comments_place import CommentsPlace
from annotator.ui.window.desk.review_place import ReviewPlace
from annotator.ui.window.desk.unread_question import UnreadQuestion
from annotator.ui.window.review.comment_number import CommentNumber, open_in_article


class TextModes:
    """State of the modes, made before the panels, which begin them; ``show`` makes what the window shows."""

    def __init__(self, services: Services, window: QMainWindow, navigation: Navigation) -> None:
        self._session = session = services.session
        self.links, self.values = LinkMode(session, Linking(session), window), ValueKeys(session, window)
        jobs = services.long_jobs
        self.card = CardMode(session, jobs, window)
        self.card.look_elsewhere(FolderClaims(session, services.folder, services.opener, jobs, window))
        self.card.article_asked.connect(navigation.open_at)
        self.desk = Desk(Reading(session, jobs, window), FactSteps(session, window))
        self._store, self._navigation = services.store, navigation
        others = Others(session, services.board_jobs, window, hides=lambda: services.plan.hides_others)
        reviewer = Reviewer(services.opener)
        self.review = ReviewMode(session, others, reviewer, window)
        services.reviews.called = lambda: reviewer.called
        self.review.ended.connect(services.reviews.ask_again)
        NextReview(self.review, session, services.folder, services.board_jobs, navigation.open_article)

    def show(
        self,
        page: ArticlePage,
        evidence: EvidenceParts,
        docks: Sequence[QDockWidget],
        marking: Marking,
        open_link: Callable[[str], None],
    ) -> None:
        """Show linking and the card around the text, over the panels of ``docks``."""
        look = evidence.look
        self._linking = LinkingView(self.links, self._session, look, page, docks)
        self._card = CardView(self.card, self._session, look, page, docks)
        self._card.use(self.values.values, marking.set_note, self.links, evidence)
        self._card.link_requested.connect(open_link)
        self._show_desk(page, evidence.dialogs)

    def _show_desk(self, page: ArticlePage, dialogs: SystemDialogs) -> None:
        ReadingParts(self.desk.reading, self._session, page)
        question = UnreadQuestion(self._session, self.desk.reading, self._store, dialogs)
        self._navigation.may_finish = question.may_finish

    def show_keys(self, page: ArticlePage, actions: Actions, rows: RowsView) -> None:
        """Show the keys that can follow the first of a value; ``rows`` is the list of annotations."""
        self._value_keys = ValueKeysView(self.values, page, actions, rows)

    def show_review(self, services: Services, look: Look, around: Around, page: ArticlePage) -> None:
        """Show the review in place of the article, and what is corrected in it."""
        self._comments = CommentsPlace(self.review, services.session, look, around.middle.window())
        count = partial(open_in_article, services.comments, services.session)
        lead = partial(around.actions.trigger, "comments")
        CommentNumber(page.header.comments, services.comments, services.session, count, lead)
        self._review = ReviewPlace(self.review, services, look, around, page)

    @property
    def panes(self) -> list[QWidget]:
        """Widgets that F6 stops at in a mode."""
        return [*self._linking.panes, *self._card.panes]
