"""Page for importing articles: a list with check boxes, and the text of the current one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from annotator.interop.articles.extracted import Kept, Wishes
from annotator.interop.foreign.errors import line_place
from annotator.language.plain_line import plain_line
from annotator.session.importing.article_scan import FoundArticle, Given, ScannedArticles
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.dialogs.import_dialog.column_boxes import ColumnBoxes
from annotator.ui.dialogs.import_dialog.link_box import LinkBox
from annotator.ui.dialogs.import_dialog.text_look import TextLook
from annotator.ui.theme.look import Look
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.lists.list_ground import ListGround
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows, TwoLines

KEEP = N_("Keep navigation and other page parts, marked as parts")
LIST_WIDTH, SIDE = 320, 20


class ArticlesPage(QWidget):
    """Article list.

    ``changed``: other articles are ticked. ``wishes_changed``: the files are to be read with other options.
    ``entered``: Enter on an article. ``left``: Escape.
    """

    changed = Signal()
    wishes_changed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[FoundArticle | Problem] = []
        self._unticked: set[tuple[Given, int]] = set()
        self._kept: list[Kept] = []
        self._current: tuple[Given, int] | None = None
        self._list = TwoLineRows(look, self)
        self._list.setObjectName("foundArticles")
        self._list.setAccessibleName(_("Articles"))
        self._text = TextLook(look, font, self)
        self._page_parts = QCheckBox(_(KEEP), self)
        self._page_parts.setObjectName("keepPageParts")
        self._page_parts.setAccessibleName(_(KEEP))
        self.columns = ColumnBoxes(self)
        self._links = LinkBox(self)
        self._lay_out()
        self._page_parts.hide()
        self._fit_options()
        self._connect()

    @property
    def wishes(self) -> Wishes:
        columns, links = self.columns, self._links.links
        keep = (*self._kept,)
        return Wishes(self._page_parts.isChecked(), columns.text, columns.name, columns.first_row, keep, links)

    @property
    def ticked(self) -> int:
        """Number of ticked articles."""
        return sum(isinstance(one, FoundArticle) and _key(one) not in self._unticked for one in self._shown)

    @property
    def found(self) -> int:
        """Number of articles found, ticked or not."""
        return sum(isinstance(one, FoundArticle) for one in self._shown)

    def say_when_empty(self, sentence: str) -> None:
        """Show the sentence in the list where there is nothing in it."""
        self._list.say_when_empty(sentence)

    def left_out(self) -> Mapping[Given, frozenset[int]]:
        """Return the numbers of the articles that are not ticked, by file."""
        found: dict[Given, set[int]] = {}
        for source, at in self._unticked:
            found.setdefault(source, set()).add(at)
        return {source: frozenset(numbers) for source, numbers in found.items()}

    def begin(self, *, anew: bool) -> None:
        """Clear the list before a scan; ``anew`` also forgets the ticks, where other files are scanned."""
        self._shown = []
        if anew:
            self._unticked.clear()
            self._kept.clear()
            self._page_parts.hide()
            self._links.hide()
            self._fit_options()
        self._list.show_rows([])
        self._text.show_article(None)

    def show_finds(self, finds: ScannedArticles) -> None:
        """Append what has been found since the last call."""
        before = len(self._shown)
        problems = sum(isinstance(one, Problem) for one in self._shown)
        new: list[FoundArticle | Problem] = [*finds.problems[problems:], *finds.articles[before - problems :]]
        self._shown += new
        self._list.add_rows([self._row(one) for one in new])
        if new and not before:
            self._list.go_to(0)
        self._go_back(before)
        self._offer(new)
        self.changed.emit()

    def _offer(self, new: Sequence[FoundArticle | Problem]) -> None:
        """Offer the options that act on what was found."""
        articles = [one for one in new if isinstance(one, FoundArticle)]
        for option, acts in (
            (self._page_parts, any(one.page_parts for one in articles)),
            (self._links, any(one.has_links for one in articles)),
        ):
            if acts:
                option.show()
        self._fit_options()

    def show_columns(self, columns: Sequence[str]) -> None:
        """Offer the columns of a table; hide the choice where there are none."""
        self.columns.show_columns(columns)
        self._fit_options()

    def _fit_options(self) -> None:
        """Show the line of options only where one of them acts on the files."""
        self._options.setHidden(all(option.isHidden() for option in (self._page_parts, self._links, self.columns)))

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(ListGround(self._list, LIST_WIDTH, self))
        both.addWidget(self._text, 1)
        line = QWidget(self)
        flow = FlowLayout(line, SIDE, 4)
        flow.addWidget(self._page_parts)
        flow.addWidget(self._links)
        flow.addWidget(self.columns)
        self._options = QWidget(self)
        below = QHBoxLayout(self._options)
        below.setContentsMargins(SIDE, 8, SIDE, 8)
        below.addWidget(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(both, 1)
        column.addWidget(self._options)

    def _connect(self) -> None:
        self._list.went_to.connect(self._show)
        self._list.turned.connect(self._turn)
        self._list.entered.connect(lambda _row: self.entered.emit())
        self._list.left.connect(self.left)
        self._text.put_back.connect(self._put_back)
        self._page_parts.toggled.connect(lambda _on: self.wishes_changed.emit())
        self.columns.changed.connect(self.wishes_changed)
        self._links.changed.connect(self.wishes_changed)

    def focus_list(self) -> None:
        self._list.setFocus()

    def _show(self, row: int) -> None:
        one = self._shown[row] if 0 <= row < len(self._shown) else None
        if isinstance(one, Problem):
            self._text.say(one.sentence)
        else:
            self._text.show_article(one)

    def _put_back(self, passage: str) -> None:
        """Read the files again with this passage, and come back to the article."""
        one = self._shown[row] if 0 <= (row := self._list.current_row()) < len(self._shown) else None
        if isinstance(one, FoundArticle) and isinstance(one.source, Path):
            self._kept.append(Kept(passage, one.source.name))
            self._current = _key(one)
            self.wishes_changed.emit()

    def _go_back(self, first: int) -> None:
        """Go to the article that was shown before the files were read again, once it is among those found."""
        for row, one in enumerate(self._shown[first:], first):
            if isinstance(one, FoundArticle) and _key(one) == self._current:
                self._current = None
                self._list.go_to(row)
                return

    def _turn(self, row: int) -> None:
        one = self._shown[row]
        if isinstance(one, FoundArticle):
            self._unticked ^= {_key(one)}
            self._list.put(row, self._row(one))
            self.changed.emit()

    def _row(self, one: FoundArticle | Problem) -> TwoLines:
        if isinstance(one, Problem):
            return TwoLines(plain_line(_place(one)), plain_line(one.sentence), "", "error", "error")
        ticked = _key(one) not in self._unticked
        length = ngettext("{count} word", "{count} words", one.words).format(count=number(one.words))
        return TwoLines(plain_line(one.name), plain_line(one.look), length, ticked=ticked)


def _place(problem: Problem) -> str:
    return problem.path.name if problem.line is None else line_place(problem.line, problem.path.name)


def _key(article: FoundArticle) -> tuple[Given, int]:
    return article.source, article.number
