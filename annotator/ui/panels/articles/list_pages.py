"""Pages of the panel of articles: the list, or the reason why it is empty."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from annotator.session.opening.folder_plan import FolderPlan
from annotator.translation.messages import _, ngettext, number
from annotator.ui.panels.articles.article_filter import EVERYTHING
from annotator.ui.panels.articles.rows import ArticleRows
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.words.counted import of_total, selected_words

LIST, EMPTY = range(2)


class ListPages(QStackedLayout):
    """Pages of ``view``, with the count in ``header``; ``empty.chosen``: clear the filter."""

    def __init__(
        self, plan: FolderPlan, rows: ArticleRows, view: QWidget, header: PanelHeader, look: Look, parent: QWidget
    ) -> None:
        super().__init__()
        self._plan, self._rows, self._header = plan, rows, header
        self.empty = EmptyState(look, parent)
        self.addWidget(view)
        self.addWidget(self.empty)

    def show_state(self, selected: int, wanted: str) -> None:
        """Show how many articles there are, or are ``selected``, and the list or why it is empty.

        While the rows are searched there is no number; ``wanted`` is what the filter asks for.
        """
        searching, shown = self._rows.searching, self._rows.articles
        counted = "" if searching else self._counted(shown)
        self._header.set_count(selected_words(selected) if selected > 1 else counted)
        empty = not shown and not searching
        if empty:
            self._say_why_empty(wanted if self._rows.filter != EVERYTHING else "")
        self.setCurrentIndex(EMPTY if empty else LIST)

    def _counted(self, shown: int) -> str:
        articles = len(self._plan.folder.entries)
        is_part = self._rows.filter != EVERYTHING or self._plan.rows is not None
        return of_total(shown, articles) if is_part else number(articles) if articles else ""

    def _say_why_empty(self, wanted: str) -> None:
        """Say why no article is shown; ``wanted`` is empty for no filter."""
        articles, empty = len(self._plan.folder.entries), self.empty
        if self._plan.folder.path is None:
            empty.say(_("No folder is open"))
        elif not articles:
            empty.say(_("No articles here"), words(_("An article is a file whose name ends in .txt or .md")))
        elif not wanted and self._plan.rows is not None:
            empty.say(_("No article here is assigned to you"))
        else:
            hidden = ngettext("{count} article hidden", "{count} articles hidden", articles)
            empty.say_no_match(wanted, hidden.format(count=number(articles)))
