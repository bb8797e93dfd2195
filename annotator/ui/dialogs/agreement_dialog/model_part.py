"""Part of the window that tests whether an annotator, as a model is one, may stand in for the others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.review.agreement.alternative_test import AlternativeTest
from annotator.review.agreement.model_words import against_words, caveat_words, verdict_words
from annotator.translation.messages import _
from annotator.ui.dialogs.agreement_dialog.glyph import Glyph
from annotator.ui.system.announcing import announce
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.menu_place import open_below
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SIDE, GAP = 16, 10


class ModelPart(QWidget):
    """Button that offers all annotators, and the result for the one that is chosen. ``chosen``: an annotator.

    ``told``: there is a ``result``, and room was made for it.
    """

    chosen = Signal(str)
    told = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._names: tuple[str, ...] = ()
        self._is_new = False
        self._which = Pill(look, self, opens=True)
        self._which.setObjectName("agreementModel")
        self._which.clicked.connect(self._offer)
        self.result = QWidget(self)
        self.result.setObjectName("agreementModelTold")
        self._grid = QGridLayout(self.result)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(SIDE, 10, SIDE, 10))
        column.setSpacing(GAP)
        column.addWidget(name_label(_("Human against model"), self))
        column.addWidget(self._which, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.result)

    def show_people(self, names: tuple[str, ...], model: str | None) -> None:
        """Offer these annotators; ``model`` is the one that is tested, None for none."""
        self._names = names
        self.setVisible(bool(names))
        self._which.show_words(_("Choose the model…") if model is None else annotator_name(model))

    def show_result(self, test: AlternativeTest | None, sentence: str) -> None:
        """Show the result of the test in words, or the ``sentence`` that says why there is none."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        said = _lines(test) if test else [sentence] if sentence else []
        for row, line in enumerate(said):
            words = WrappingLabel(self.result)
            words.setText(line)
            self._grid.addWidget(words, row, 1)
        if test:
            glyph = Glyph(self._look, self.result, good=test.passed)
            self._grid.addWidget(glyph, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.result.setVisible(bool(said))
        self.result.setAccessibleName("\n".join(said))
        if said:
            announce(self, "\n".join(said))
            self._is_new = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(0, self, self.told.emit)  # once what is around it has its place

    def _offer(self) -> None:
        menu = QMenu(_("Human against model"), self)
        menu.setObjectName("agreementModels")
        menu.aboutToHide.connect(menu.deleteLater)
        for name in self._names:
            menu.addAction(annotator_name(name).replace("&", "&&"), partial(self.chosen.emit, name))
        open_below(menu, self._which)


def _lines(test: AlternativeTest) -> Sequence[str]:
    return [*filter(None, (verdict_words(test), *map(against_words, test.against), caveat_words(test)))]
