"""Comparing in the window: made when it is first wanted, and begun or left by its actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QWidget

from annotator.session.opening.folder_plan import BLIND
from annotator.session.review.compare_mode import CompareMode
from annotator.session.review.compared_agreement import ComparedAgreement
from annotator.session.review.deciding_name import DecidingName
from annotator.session.services import Services
from annotator.translation.messages import _
from annotator.ui.article_page.article_page import ArticlePage
from annotator.ui.notices.article_notices import OTHERS
from annotator.ui.review.compare.all_of_kind import AllQuestions
from annotator.ui.review.compare.compare_view import CompareView
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look


class ComparePlace:
    """The mode and its view around the text of ``page``, in place of ``docks``.

    ``decide`` returns the key that begins to decide.
    """

    def __init__(
        self,
        services: Services,
        look: Look,
        dialogs: SystemDialogs,
        page: ArticlePage,
        docks: Sequence[QDockWidget],
        decide: Callable[[], str],
    ) -> None:
        self._page, self._store, self._services = page, services.store, services
        self._mode = CompareMode(services.session, services.opener, services.long_jobs, page)
        self._mode.wanted = lambda: self._store.settings.compared_annotators
        self._mode.hidden = self._store.settings.compared_by_letters
        questions = AllQuestions(services.session, dialogs, look)
        agreement = ComparedAgreement(self._mode, services.session, services.long_jobs, page)
        self._view = CompareView(agreement, services.session, page, docks, questions, decide)
        self._view.who_asked.connect(self._choose)
        self._view.deciding_asked.connect(lambda: self.toggle(deciding=True))
        self._mode.crowded.connect(self._choose)
        self._mode.begun.connect(lambda: page.banners.remove(OTHERS))  # which leads here
        self._name = DecidingName(services.opener, self._mode)

    def toggle(self, *, deciding: bool) -> None:
        """Leave the mode where it is under way in that way, else begin it, unless the plan of the folder is blind.

        Whoever begins to decide without a name is asked for one.
        """
        if self._mode.under_way and self._mode.deciding == deciding:
            self._mode.leave()
        elif self._services.plan.hides_others:
            self._services.session.say(_(BLIND))
        elif self._name.must_be_asked(deciding=deciding):
            self._ask_name()
        else:
            self._mode.begin(deciding=deciding)

    def toggle_earlier(self) -> None:
        """Leave the mode where it is under way, else compare with one's own earlier version."""
        if not self._mode.leave():
            self._mode.begin_earlier()

    def _ask_name(self) -> None:
        from annotator.ui.review.decider_dialog import DeciderDialog  # here: not before it is wanted

        dialog = DeciderDialog(self._name.take, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.toggle(deciding=True))
        dialog.open()

    def _choose(self) -> None:
        """Ask who is to be compared; the choice is remembered, and holds wherever two of them are."""
        from annotator.ui.dialogs.annotators_dialog import AnnotatorsDialog  # here: not before it is wanted

        mode, window = self._mode, self._page.window()
        dialog = AnnotatorsDialog(mode.names, mode.annotators, hidden=mode.hidden, parent=window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._take_choice)
        dialog.open()

    def _take_choice(self, names: tuple[str, ...], hidden: bool) -> None:
        self._store.update(compared_annotators=names, compared_by_letters=hidden)
        if self._mode.hidden != hidden:
            self._mode.hide_names()
        self._mode.begin_again()

    def back(self) -> bool:
        """Leave one level of the mode and return whether there was one."""
        return self._view.back()

    @property
    def panes(self) -> Sequence[QWidget]:
        """Widgets that F6 stops at in the mode."""
        return self._view.panes
