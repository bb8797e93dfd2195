"""Pages for the content of the chosen files: nothing yet, articles to tick, or annotations to map."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from annotator.interop.format import Format
from annotator.session.importing.annotation_scan import AnnotationScan, annotations_in
from annotator.session.importing.article_scan import Given
from annotator.session.importing.import_runs import AnnotationsOrder, ArticlesOrder, ImportOrder
from annotator.session.importing.import_services import ImportServices
from annotator.session.importing.kind_detection import ARTICLES
from annotator.session.importing.table_columns import is_table
from annotator.storage.files.file_bytes import is_there
from annotator.storage.schemes.scheme_lookup import scheme_of, scheme_path
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.import_dialog.annotations_page import AnnotationsPage
from annotator.ui.dialogs.import_dialog.articles_page import ArticlesPage
from annotator.ui.dialogs.import_dialog.source_rows import SourceRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.empty_state import EmptyState, words

EMPTY_TITLE, EMPTY_TOP = N_("What is to be imported?"), 80
EMPTY_HINT = N_(
    "Web pages, Word, PDF, OpenDocument, EPUB, mail, RTF and tables become articles; "
    "annotations come from brat, Label Studio, INCEpTION, doccano and others. Existing files are never overwritten."
)
NOTHING_YET = N_("Choose files or a folder, or paste a text.")
NO_FOLDER, NONE_TICKED, STILL_READING = (
    N_("Choose the folder to import into."),
    N_("No article is ticked."),
    N_("Looking at the files…"),
)
NONE_FOUND = N_("No article was found there.")


class SourcePages(QWidget):
    """Pages that scan the sources of ``head`` in the background.

    ``changed``: more is known, or another choice was made. ``entered``: Enter on an article. ``left``: Escape.
    """

    changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, head: SourceRows, services: ImportServices, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._head, self._services = head, services
        self._reading, self._failure, self._row_asked = False, "", ""
        self._seen: tuple[Given, ...] = ()
        self._articles = ArticlesPage(look, font, self)
        self._annotations = AnnotationsPage(look, self)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty_page(look))
        self._pages.addWidget(self._articles)
        self._pages.addWidget(self._annotations)
        self._connect()
        services.formats.read()

    def refusal(self) -> str:
        """Return a sentence that says why nothing can be imported; empty where an import can be tried."""
        if not self._head.given:
            return _(NOTHING_YET)
        if self._head.folder is None:
            return _(NO_FOLDER)
        if self._reading:
            return _(STILL_READING)
        if self._failure:
            return self._failure
        if self._format():
            return self._annotations.refusal()
        if self._articles.ticked:
            return ""
        return _(NONE_TICKED) if self._articles.found else _(NONE_FOUND)

    def order(self, folder: Path) -> ImportOrder:
        """Return the import order for the current choices."""
        format, page = self._format(), self._annotations
        if format:
            return AnnotationsOrder(format, self._head.files, folder, page.annotator, page.names, page.replace)
        return ArticlesOrder(self._head.given, folder, self._articles.wishes, self._articles.left_out())

    def read_anew(self) -> None:
        """Scan the sources again, forgetting which articles were ticked."""
        self._read(anew=True)

    def _empty_page(self, look: Look) -> QWidget:
        page = QWidget(self)
        empty = EmptyState(look, page)
        empty.say(_(EMPTY_TITLE), words(_(EMPTY_HINT)))
        row = QHBoxLayout(page)
        row.setContentsMargins(0, EMPTY_TOP, 0, 0)
        row.addStretch(1)
        row.addWidget(empty, 2)
        row.addStretch(1)
        return page

    def _connect(self) -> None:
        services, head = self._services, self._head
        services.formats.listed.connect(self._list_formats)
        services.recogniser.told.connect(self._take_kind)
        services.articles.grew.connect(self._show_articles)
        services.columns.read.connect(self._articles.show_columns)
        services.reading.ended.connect(self._show_annotations)
        head.given_changed.connect(self._recognise)
        head.kind_changed.connect(self.read_anew)
        head.folder_changed.connect(self._follow_folder)
        self._articles.changed.connect(self.changed)
        self._articles.wishes_changed.connect(lambda: self._read(anew=False))
        self._articles.entered.connect(self.entered)
        self._articles.left.connect(self.left)
        self._annotations.changed.connect(self.changed)

    def _list_formats(self) -> None:
        self._head.show_formats(self._services.formats.formats)
        self._recognise()

    def _recognise(self) -> None:
        """Find out the kind of the files; pasted texts are articles."""
        self._reading = bool(self._head.files)
        if self._head.files and self._services.formats.formats:
            self._services.recogniser.ask(self._head.files, self._services.formats.formats)
        elif self._head.given and not self._head.files:
            self._take_kind(ARTICLES)
        self.changed.emit()

    def _take_kind(self, name: str) -> None:
        self._head.show_kind(name)
        more = bool(self._seen) and self._head.given[: len(self._seen)] == self._seen
        self._seen = self._head.given
        self._read(anew=not more)

    def _read(self, *, anew: bool) -> None:
        """Scan the sources; ``anew`` where they are other articles, and not the same ones with other options."""
        if not self._head.given:
            return
        self._reading, self._failure = True, ""
        self._services.articles.stop()
        self._services.reading.cancel()
        format = self._format()
        if format:
            self._read_annotations(format)
        else:
            self._read_articles(anew=anew)
        self.changed.emit()

    def _read_articles(self, *, anew: bool) -> None:
        self._pages.setCurrentWidget(self._articles)
        self._articles.begin(anew=anew)
        self._articles.say_when_empty(_(STILL_READING))
        if anew:
            self._articles.show_columns([])
        self._services.articles.read(self._head.given, self._articles.wishes)

    def _read_annotations(self, format: Format) -> None:
        self._pages.setCurrentWidget(self._annotations)
        self._annotations.begin()
        sources = self._head.files
        self._services.reading.start(lambda passing: annotations_in(format, sources, passing))

    def _ask_columns(self) -> None:
        """Read the columns of the first table among the files, unless they are shown already as they are wanted."""
        finds = self._services.articles.found
        files = [one.source for one in finds.articles] + [problem.path for problem in finds.problems]
        table = next((file for file in files if isinstance(file, Path) and is_table(file)), None)
        first_row, is_shown = self._articles.columns.first_row, self._articles.columns.isVisibleTo(self)
        if table and not (is_shown and first_row == self._row_asked):
            self._row_asked = first_row
            self._services.columns.ask(table, first_row)

    def _show_articles(self) -> None:
        finds = self._services.articles.found
        self._reading = not finds.complete
        self._articles.show_finds(finds)
        self._articles.say_when_empty(_(NONE_FOUND) if finds.complete else _(STILL_READING))
        if finds.complete:
            self._ask_columns()
            if self._is_at_head():
                self._articles.focus_list()
        self.changed.emit()

    def _show_annotations(self, result: object) -> None:
        if isinstance(result, AnnotationScan):
            self._reading = False
            folder = self._head.folder or self._head.files[0].parent
            own = folder == self._head.folder and is_there(scheme_path(folder))
            self._annotations.show_finds(result, scheme_of(folder)[0], own)
            if self._is_at_head():
                self._annotations.begin_typing()
        elif isinstance(result, str):
            self._reading, self._failure = False, result
            self._annotations.say(result)
        self.changed.emit()

    def _is_at_head(self) -> bool:
        """Return whether the focus is still in ``head``, where the files were chosen."""
        focus = self.window().focusWidget()
        return focus is None or self._head.isAncestorOf(focus)

    def _follow_folder(self) -> None:
        """Read annotations again, since another folder may have another scheme."""
        if self._format():
            self._read(anew=False)
        self.changed.emit()

    def _format(self) -> Format | None:
        """Return the format of the annotations; None where articles are imported."""
        found = (listed.format for listed in self._services.formats.formats if listed.format.name == self._head.kind)
        return next(found, None) if self._head.files else None
