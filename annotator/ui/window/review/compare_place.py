"""Comparing in the window: made when it is first wanted, and begun or left by its actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDockWidget, QWidget

from annotator.session.opening.folder_plan import BLIND
from annotator.session.review.compare_mode import CompareMode
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.review.compare.all_of_kind import AllQuestions
from annotator.ui.review.compare.compare_view import CompareView
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


class ComparePlace:
    """The mode and its view around the text of ``page``, in place of ``docks``."""

    def __init__(
        self, services: Services, look: Look, dialogs: SystemDialogs, page: ArticlePage, docks: Sequence[QDockWidget]
    ) -> None:
        self._services = services
        self._mode = CompareMode(services.session, services.opener, services.long_jobs, page)
        questions = AllQuestions(services.session, dialogs, look)
        self._view = CompareView(self._mode, services.session, page, docks, questions)

    def toggle(self, *, deciding: bool) -> None:
        """Leave the mode where it is under way in that way, else begin it, unless the plan of the folder is blind."""
        if self._mode.under_way and self._mode.deciding == deciding:
            self._mode.leave()
        elif self._services.plan.hides_others:
            self._services.session.say(_(BLIND))
        else:
            self._mode.begin(deciding=deciding)

    def toggle_earlier(self) -> None:
        """Leave the mode where it is under way, else compare with one's own earlier version."""
        if not self._mode.leave():
            self._mode.begin_earlier()

    def back(self) -> bool:
        """Leave one level of the mode and return whether there was one."""
        return self._view.back()

    @property
    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 stops at in the mode."""
        return self._view.panes
