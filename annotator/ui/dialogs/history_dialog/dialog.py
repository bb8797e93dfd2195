"""Dialog with the earlier versions of a sidecar, the changes since each, and a button that restores one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_of
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Scheme
from annotator.session.sync.versions import VersionSeen
from annotator.storage.saving.history import Version
from annotator.translation.messages import N_, _, pgettext
from annotator.ui.dialogs.history_dialog.changes_since import NOT_CHANGED, count_words, rows_since, since_words
from annotator.ui.dialogs.history_dialog.version_rows import VersionRow, VersionRows
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.lists.item_rows import ItemRows
from annotator.ui.widgets.lists.list_ground import ListGround
from annotator.ui.widgets.words.local_time import day_and_time
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

READING, LOOKING = N_("Reading…"), N_("Looking for earlier versions…")
NONE_TITLE = N_("No earlier version yet")
NONE_HINT = N_("The first change of each session keeps the file as it was.")
UNDOABLE = N_("Restoring is one change: Undo takes it back.")
SIZE, LIST_WIDTH, PADDING = QSize(860, 560), 300, 20


class HistoryDialog(FittingDialog):
    """History dialog. ``restore_requested``: the VersionSeen to restore, emitted after the dialog has closed.

    ``now`` is the time in UTC. ``refusal`` says why nothing can be restored, and is empty where it can.
    """

    restore_requested = Signal(object)

    def __init__(self, scheme: Scheme, look: Look, now: str, refusal: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme, self._now, self._refusal = scheme, now, refusal
        self._versions: list[Version] = []
        self._seen: dict[int, VersionSeen] = {}
        self.setObjectName("historyDialog")
        self.setWindowTitle(_("Earlier versions"))
        self.setAccessibleName(_("Earlier versions"))
        self._list, self._changes = VersionRows(look, self), ItemRows(scheme, look, self)
        self._since, self._hint = WrappingLabel(self), WrappingLabel(self)
        self._empty = EmptyState(look, self)
        self._restore, self._close = QPushButton(_("Restore"), self), QPushButton(_("Close"), self)
        self._lay_out()
        self._connect()
        self._say(_(LOOKING))
        self.fit(SIZE)

    def show_versions(self, versions: Sequence[Version]) -> None:
        """List the versions; the content of each follows with ``take``."""
        self._versions, self._seen = list(versions), {}
        self._list.show_rows([VersionRow(self._time(version.at), second=_(READING)) for version in versions])
        if versions:
            self._pages.setCurrentIndex(0)
            self._offer_restoring(wanted=True)
            self._list.setFocus()
            self._show(0)
        else:
            self._say(_(NONE_TITLE), _(NONE_HINT))

    def take(self, seen: VersionSeen) -> None:
        """Show the content of a version that has been read."""
        paths = [version.path for version in self._versions]
        if seen.path in paths:
            number = paths.index(seen.path)
            self._seen[number] = seen
            self._list.put(number, self._row(seen))
            if number == self._list.current_row():
                self._show(number)

    def say_failed(self, sentence: str) -> None:
        """Show that the versions cannot be listed."""
        self._say(_("The earlier versions cannot be listed"), sentence)

    def _lay_out(self) -> None:
        self._list.setObjectName("versions")
        self._list.setAccessibleName(_("Earlier versions"))
        self._changes.setObjectName("changesSince")
        self._changes.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(ListGround(self._list, LIST_WIDTH, both))
        row.addLayout(self._version_page(), 1)
        self._pages = QStackedLayout()
        for page in (ScrolledContent(both, self), self._empty):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addLayout(self._bottom())

    def _version_page(self) -> QVBoxLayout:
        self._since.setObjectName("sinceThen")
        since = QVBoxLayout()
        since.setContentsMargins(margins(16, 16, PADDING, 10))
        since.addWidget(self._since)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(since)
        column.addWidget(self._changes, 1)
        return column

    def _bottom(self) -> QHBoxLayout:
        self._hint.setText(self._refusal or _(UNDOABLE))
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.setContentsMargins(PADDING, 12, PADDING, 16)
        row.setSpacing(8)
        row.addWidget(self._hint, 100, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for name, button in (("closeHistory", self._close), ("restore", self._restore)):
            button.setObjectName(name)
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        row.addWidget(decision_buttons(self._restore, self._close, self))
        self._restore.setDefault(True)
        return row

    def _connect(self) -> None:
        self._list.went_to.connect(self._show)
        for part in (self._list, self._changes):
            part.entered.connect(lambda _row: self._ask())
            part.left.connect(self.reject)
        self._restore.clicked.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self._list.doubleClicked.connect(lambda _index: self._ask())
        self.finished.connect(self.deleteLater)

    def _show(self, number: int) -> None:
        """Show the changes since the version in row ``number``, -1 for none."""
        seen = self._seen.get(number)
        there = seen.document if seen else None
        self._restore.setEnabled(bool(there and seen and seen.since and not self._refusal))
        self._changes.show_rows(rows_since(seen.since, there.article.text) if seen and there else [])
        sentence = _(READING) if seen is None else since_words(seen.since) if there else _unreadable(seen)
        self._since.setText(sentence)
        self._since.setAccessibleName(sentence)
        self._changes.setAccessibleName(
            pgettext("changes", "Nothing") if sentence == _(NOT_CHANGED) else _("Changed since then")
        )

    def _row(self, seen: VersionSeen) -> VersionRow:
        if seen.document is None:
            return VersionRow(self._time(seen.at), second=plain_line(seen.problem), problem=True)
        return VersionRow(self._time(seen.at), annotator_of(seen.document), count_words(seen.document, self._scheme))

    def _time(self, at: str) -> str:
        return day_and_time(at, self._now)

    def _ask(self) -> None:
        if self._restore.isEnabled():
            seen = self._seen[self._list.current_row()]
            self.accept()
            self.restore_requested.emit(seen)

    def _say(self, title: str, hint: str = "") -> None:
        self._empty.say(title, words(hint))
        self._pages.setCurrentIndex(1)
        self._restore.setEnabled(False)
        self._offer_restoring(wanted=False)
        self._close.setFocus()

    def _offer_restoring(self, *, wanted: bool) -> None:
        self._restore.setVisible(wanted)
        self._hint.setVisible(wanted)


def _unreadable(seen: VersionSeen) -> str:
    # Translators: the reason is a whole sentence.
    return _("This version cannot be read, and stays as it is. {reason}").format(reason=seen.problem)
