"""Card that offers to import the files of a folder that has no article yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QStyle, QVBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.importing.importable import FolderFiles
from annotator.storage.articles.unreadable import UNREADABLE
from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.start_page.card import PADDING, Card
from annotator.ui.start_page.offered_file import OfferedFile
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.panel_header import muted_label, name_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

KINDS = {
    "html": N_("web page"),
    "docx": "Word",
    "pdf": "PDF",
    "odt": "OpenDocument",
    "epub": "EPUB",
    "mail": N_("mail"),
    "rtf": "RTF",
    "table": N_("table"),
    "subtitles": N_("subtitles"),
    "text": N_("text"),
}
LISTED, HIGHEST = 100, 300
"""Number of files that have a row, and height in pixels from which their rows scroll."""

ICON, BESIDE_ICON = 16, PADDING + 28
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferCard(Card):
    """Card with a row for each file. ``import_requested``: paths of the ticked files. ``declined``: open without."""

    import_requested = Signal(list)
    declined = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, tinted=True)
        self.setObjectName("offer")
        self._files = FolderFiles(Path())
        self._rows: list[OfferedFile] = []
        self._title, self._words, self._more = name_label("", self), WrappingLabel(self), muted_label(self)
        self._area, self._foot = QScrollArea(self), QWidget(self)
        self._take, self._open = QPushButton(self), QPushButton(_("Open without"), self)
        self._take.setDefault(True)
        self._take.clicked.connect(lambda: self.import_requested.emit(self.ticked))
        self._open.clicked.connect(self.declined)
        self._lay_out()

    @property
    def ticked(self) -> list[Path]:
        """Paths of the files to import; those beyond the rows go along."""
        listed = zip(self._files.paths, self._rows, strict=False)
        return [*(path for path, row in listed if row.isChecked()), *self._files.paths[LISTED:]]

    def show_files(self, files: FolderFiles) -> None:
        """List the files, the readable ones ticked."""
        self._files = files
        self._title.setText(_("“{name}” has no articles yet").format(name=shown(files.folder.name)))
        self._words.setText(_sentence(files))
        self.setAccessibleName(f"{self._title.text()}. {self._words.text()}")
        self._fill()
        beyond = len(files.readable) - LISTED
        more = ngettext("and {count} more, which is imported too", "and {count} more, which are imported too", beyond)
        self._more.show_line(more.format(count=number(beyond)))
        self._more.setVisible(beyond > 0)
        self._count()

    def take_keyboard(self) -> None:
        """Focus the button that imports, or the one that does without."""
        button = self._take if self._take.isEnabled() else self._open
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter; on a row import."""
        if event.key() in ENTER:
            (self._open if self._open.hasFocus() else self._take).click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        box = QRect(PADDING, self._title.geometry().top(), ICON, self._title.height())
        seen = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        paint_icon(QPainter(self), QRectF(seen), "info", self._look.theme.accent)

    def _lay_out(self) -> None:
        self._words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(_("Files of the folder"))
        self._area.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(PADDING, 12, PADDING, PADDING - 2)
        buttons.setSpacing(8)
        buttons.addWidget(self._take)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, PADDING, 1, 0)
        column.setSpacing(0)
        for widget in (self._title, self._words):
            column.addLayout(_indented(widget, BESIDE_ICON))
            column.addSpacing(4 if widget is self._title else 12)
        column.addWidget(self._area)
        column.addLayout(_indented(self._more))
        column.addSpacing(1)
        column.addWidget(self._foot)
        self.ruled = (self._area, self._foot)

    def _fill(self) -> None:
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        self._rows = [self._row(path, kind) for path, kind in self._files.readable[:LISTED]]
        closed = [self._closed_row(path) for path in self._files.unreadable[:LISTED]]
        for row in (*self._rows, *closed):
            column.addWidget(row)
        column.addStretch(1)
        self._area.setWidget(body)
        self._area.setFixedHeight(min(body.sizeHint().height(), HIGHEST))

    def _row(self, path: Path, kind: str) -> OfferedFile:
        row = OfferedFile(self._look, self._name(path), _(KINDS.get(kind, kind)))
        row.toggled.connect(self._count)
        return row

    def _closed_row(self, path: Path) -> OfferedFile:
        kind, what_to_do = UNREADABLE[path.suffix.lower()]
        return OfferedFile(self._look, self._name(path), _(kind), _(what_to_do))

    def _name(self, path: Path) -> str:
        below = path.relative_to(self._files.folder) if self._files.folder in path.parents else path
        return plain_line(shown(below.as_posix()))

    def _count(self) -> None:
        count = len(self.ticked)
        words = ngettext("Import {count} file…", "Import {count} files…", count)
        self._take.setText(words.format(count=number(count)))
        self._take.setEnabled(count > 0)
        self._take.setVisible(bool(self._files.readable))


def _indented(widget: QWidget, start: int = PADDING) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addSpacing(start)
    row.setContentsMargins(margins(0, 0, PADDING, 0))
    row.setSpacing(0)
    row.addWidget(widget)
    return row


def _sentence(files: FolderFiles) -> str:
    """Say how many files can be read and where they are: in the folder itself or in folders inside it."""
    count = len(files.readable)
    if not count:
        return _("Nothing in it can be read as it is. An article is a file that ends in .txt or .md.")
    words = _all_inside(count) if files.inside == count else _some_inside(count) if files.inside else _in_it(count)
    return words.format(count=number(count), inside=number(files.inside), name=shown(files.folder.name))


def _in_it(count: int) -> str:
    return ngettext(
        "{count} file in it can be read. It becomes an article; the file stays as it is.",
        "{count} files in it can be read. Each becomes an article; the files stay as they are.",
        count,
    )


def _all_inside(count: int) -> str:
    return ngettext(
        "{count} file in the folders inside it can be read. "
        "It becomes an article in “{name}”; the file stays as it is.",
        "{count} files in the folders inside it can be read. "
        "Each becomes an article in “{name}”; the files stay as they are.",
        count,
    )


def _some_inside(count: int) -> str:
    return ngettext(
        "{count} file can be read, {inside} of them in folders inside it. "
        "Each becomes an article in “{name}”; the files stay as they are.",
        "{count} files can be read, {inside} of them in folders inside it. "
        "Each becomes an article in “{name}”; the files stay as they are.",
        count,
    )
