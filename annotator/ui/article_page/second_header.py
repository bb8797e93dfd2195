"""Header of the second article."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.translation.messages import _
from annotator.ui.article_page.page_header import MARGIN, PageHeader
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.icon_button import IconButton
from annotator.ui.widgets.words.elided_label import ElidedLabel


class SecondHeader(PageHeader):
    """Header with the article's name and two buttons. ``swapped``, ``closed``: its button was pressed."""

    swapped = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, ElidedLabel(shy=True), parent)
        swap = IconButton(look, "swap", _("Edit this article, and read the other"), self)
        close = IconButton(look, "close", _("Close the second article"), self)
        self.setObjectName("secondHeader")
        self.name.setObjectName("secondName")
        self.about.setObjectName("secondAbout")
        swap.setObjectName("swapArticles")
        close.setObjectName("closeSecond")
        self.lay_out(after=(swap, close), end=MARGIN - 6)
        swap.clicked.connect(self.swapped)
        close.clicked.connect(self.closed)

    def show_words(self, name: str, about: str) -> None:
        """Show the article's name, and a few words about it in a muted colour."""
        self.name.show_line(name)
        self.about.show_line(about)
        self.about.setToolTip(self.about.text())
        self.setAccessibleName(f"{self.name.text()}, {self.about.text()}")
