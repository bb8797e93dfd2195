"""The board in the window: shown in place of the article and its panels, left for an article, and as it was again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from annotator.session.editing.navigation import Navigation
from annotator.session.services import Services
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, ngettext, number
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.article_view.typography import typeface
from annotator.ui.system.system_dialogs import SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.window.central_area import CentralArea
from annotator.ui.window.docks import BOARD
from annotator.ui.window.side_panels import SidePanels

if TYPE_CHECKING:  # imported when the board is first wanted
    from annotator.session.board.board import Board
    from annotator.session.board.changes import BoardChanges
    from annotator.ui.board.page import BoardPage

EXCERPT_PIXELS = 16
ACTION, MOST_NAMED = "board", 3


class Around(NamedTuple):
    """Parts of the window around the board."""

    actions: Actions
    middle: CentralArea
    panels: SidePanels


class BoardPlace(QObject):
    """Make the board when it is first wanted; show it, and lead from its rows to their articles and back."""

    def __init__(
        self, services: Services, look: Look, messages: SystemDialogs, navigation: Navigation, around: Around
    ) -> None:
        super().__init__(around.middle)
        self._services, self._look, self._messages, self._navigation = services, look, messages, navigation
        self._actions, self._middle, self._panels = around
        self._board: Board | None = None
        self._page: BoardPage | None = None
        self._wanted: tuple[str, int, int] | None = None
        around.middle.currentChanged.connect(self._follow_page)
        services.session.opened.connect(self._arrive)
        services.opener.started.connect(self._leave_for_article)

    def toggle(self) -> None:
        """Show the board as it was left, or the article again."""
        if self._is_shown:
            self._middle.show_page()
        elif self._services.folder.path is None and self._services.session.current is None:
            self._services.session.say(_("No folder is open"))
            self._follow_page()
        else:
            self._show()

    def stop(self) -> None:
        """Read no further, as the window closes."""
        if self._board:
            self._board.filling.start(None, self._board.wanted)

    @property
    def _is_shown(self) -> bool:
        return self._page is not None and self._middle.currentWidget() is self._page

    def _show(self) -> None:
        page = self._page or self._made()
        self._services.session.field.finish()
        self._panels.put_away(BOARD)
        self._middle.show_other(page, [page])
        assert self._board
        self._board.wake(awake=True)
        page.take_keyboard()
        selected = self._services.session.selected_annotation
        if selected and selected.label == self._board.label and (sidecar := self._board.open_sidecar):
            page.seeking.begin(sidecar, selected.id)

    def _made(self) -> BoardPage:
        from annotator.session.board.board import Board  # here: imported when the board is first wanted
        from annotator.session.board.changes import BoardChanges
        from annotator.session.board.documents import BoardDocuments
        from annotator.ui.board.page import BoardPage, BoardParts
        from annotator.ui.window.desk.board_saving import save_board

        services, session = self._services, self._services.session
        board = self._board = Board(session, services.folder, services.long_jobs, self)
        changes = BoardChanges(board, session, services.autosave, services.board_jobs, self)
        changes.annotator = lambda: services.opener.annotator
        font = typeface(services.store.settings)
        font.setPixelSize(EXCERPT_PIXELS)
        parts = BoardParts(board, changes, BoardDocuments(board, session, services.board_jobs, board))
        page = self._page = BoardPage(parts, self._look, session.now, font, self._middle)
        page.went.connect(self._go)
        page.left.connect(self._middle.show_page)
        page.saved.connect(partial(save_board, board, page, self._messages, session))
        page.said.connect(session.say)
        page.columns_chosen.connect(self._choose_columns)
        page.widened.connect(self._note_width)
        board.filling.filled.connect(self._tell_count)
        changes.settled.connect(partial(self._tell_problems, changes))
        if isinstance(application := QGuiApplication.instance(), QGuiApplication):
            application.applicationStateChanged.connect(self._look_again)
        services.folder.relisted.connect(board.catch_up)
        settings = services.store.settings
        page.show_columns(settings.board_columns, settings.board_widths)
        return page

    # the way to an article and back

    def _go(self, row: int) -> None:
        """Open the article of a row and select its annotation; the board stays as it is."""
        board, session = self._board, self._services.session
        assert board
        root = board.root or (session.path.parent if session.path else Path())
        about, table = board.table.document(row), board.table
        self._wanted = table.ids[row], table.numbers["start"][row], table.numbers["end"][row]
        path = root / about.article
        self._middle.show_page()
        if session.current and session.current.path == path:
            self._arrive()
        else:
            self._navigation.open_article(path)

    def _arrive(self) -> None:
        """Select the annotation that was gone to, or its words where it is another annotator’s."""
        session, wanted = self._services.session, self._wanted
        if wanted is None or session.current is None or session.coming:
            return
        self._wanted = None
        id, start, end = wanted
        if id in session.document.annotations:
            session.select(id, show=True)
        else:
            session.move_caret(end, start)
            session.reveal_caret()
        session.say(_("{key} leads back to the board").format(key=self._actions.caption(ACTION)))

    def _leave_for_article(self) -> None:
        """Show the article where somebody opens one while the board is shown."""
        if self._is_shown:
            self._middle.show_page()

    def _follow_page(self, _number: int = 0) -> None:
        self._actions.check(ACTION, self._is_shown)
        if self._board and not self._is_shown:
            self._board.wake(awake=False)
            self._panels.bring_back(BOARD)

    def _look_again(self, state: Qt.ApplicationState) -> None:
        """Read what others have written while another program was in front."""
        if self._board and state is Qt.ApplicationState.ApplicationActive:
            self._board.catch_up()

    # what is told

    def _tell_count(self) -> None:
        board = self._board
        if not self._is_shown or board is None:
            return
        every, still_open = len(board.table), board.table.open_facts
        if board.is_of_facts:
            said = ngettext("{open} of {count} fact is open", "{open} of {count} facts are open", every)
            self._services.session.say(said.format(open=number(still_open), count=number(every)))
        if board.unread:
            files = ", ".join(shown(name) for name in board.unread[:MOST_NAMED])
            self._services.session.say(_("Not in the board, as they cannot be read: {files}").format(files=files))
            board.unread.clear()

    def _tell_problems(self, changes: BoardChanges) -> None:
        if changes.problems:
            self._messages.tell(_("Board"), _("These files are left as they are."), "\n".join(changes.problems))
        self._services.folder.look_at_sidecars()

    # settings and files

    def _choose_columns(self, ids: tuple[str, ...]) -> None:
        store, board, page = self._services.store, self._board, self._page
        assert board is not None
        assert page is not None
        store.update(board_columns={**store.settings.board_columns, board.label: ids})
        page.show_columns(store.settings.board_columns, store.settings.board_widths)

    def _note_width(self, id: str, width: int) -> None:
        store = self._services.store
        store.update(board_widths={**store.settings.board_widths, id: width})
