"""Header of the window: who is compared, in what, and the ways to a file and to a paper."""

from __future__ import annotations

from functools import partial
from itertools import combinations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.translation.messages import _
from annotator.ui.theme.fonts import STRONG, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.header_row import HeaderRow
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

HEIGHT, SIDE, GAP, NAME_STEP = 46, 16, 8, 2


class Header(QWidget):
    """Header. ``scoped``: the whole folder, else the article. ``paired``: two annotators. ``saved``, ``copied``."""

    scoped = Signal(bool)
    paired = Signal(object)
    saved = Signal()
    copied = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._name = ElidedLabel(_("Agreement"), self)
        self._name.setFont(chrome_font(NAME_STEP, STRONG))
        self._who = Pill(look, self, opens=True)
        self._folder, self._article = Pill(look, self), Pill(look, self)
        self._count = muted_label(self)
        self._save, self._copy = QPushButton(_("Save as CSV…"), self), QPushButton(_("Copy as LaTeX"), self)
        self._names: tuple[str, ...] = ()
        self._name_parts()
        self._lay_out()
        self._connect()

    def show_pair(self, names: tuple[str, ...], pair: tuple[str, ...]) -> None:
        """Show who is compared, and offer all pairs of ``names``."""
        self._names = names
        self._who.setVisible(len(pair) == 2)
        if len(pair) == 2:
            self._who.show_words(_pair_words(pair[0], pair[1]))

    def show_scope(self, article: str, *, whole_folder: bool) -> None:
        """Show whether it is the agreement in the article of that name, empty for none, or in the whole folder."""
        self._article.show_words(article or _("No article"))
        self._article.setEnabled(bool(article) or not whole_folder)
        (self._folder if whole_folder else self._article).setChecked(True)

    def show_count(self, words: str) -> None:
        """Show how much is compared."""
        self._count.show_line(words)

    def fold(self, *, on: bool) -> None:
        """Leave out the name, which the window's title says too, and what is compared; or show them again."""
        self._name.setVisible(not on)
        self._count.setVisible(not on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter_on(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.theme.border)

    def _name_parts(self) -> None:
        self._folder.show_words(_("Whole folder"))
        names = {
            "agreementWho": self._who,
            "agreementFolder": self._folder,
            "agreementArticle": self._article,
            "agreementCount": self._count,
            "agreementSave": self._save,
            "agreementCopy": self._copy,
        }
        for name, part in names.items():
            part.setObjectName(name)
        for button in (self._save, self._copy):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        row = HeaderRow(GAP)
        row.add(self._name, yields=True)
        for pill in (self._who, self._folder, self._article):
            row.add(pill)
        row.add(self._count, end=True, yields=True)
        for button in (self._copy, self._save):
            row.add(button, end=True)
        row.put_into(self, SIDE, HEIGHT)

    def _connect(self) -> None:
        self._folder.clicked.connect(lambda: self.scoped.emit(True))
        self._article.clicked.connect(lambda: self.scoped.emit(False))
        for pill, other in ((self._folder, self._article), (self._article, self._folder)):
            pill.stepped.connect(partial(self._step, other))
        self._save.clicked.connect(self.saved)
        self._copy.clicked.connect(self.copied)
        self._who.clicked.connect(self._offer)

    def _step(self, other: Pill, _step: int) -> None:
        if other.isEnabled():
            other.setFocus()
            other.click()

    def _offer(self) -> None:
        menu = QMenu(self._who.text(), self)
        menu.setObjectName("agreementPairs")
        menu.aboutToHide.connect(menu.deleteLater)
        for one, other in combinations(self._names, 2):
            words = _pair_words(one, other).replace("&", "&&")
            menu.addAction(words, partial(self.paired.emit, (one, other)))
        open_below(menu, self._who)


def _pair_words(one: str, other: str) -> str:
    names = [annotator_name(name) for name in (one, other)]
    # Translators: the two annotators who are compared, called A and B in the window, as in “A ines · B jona”.
    return _("A {one} · B {other}").format(one=names[0], other=names[1])
