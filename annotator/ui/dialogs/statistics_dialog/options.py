"""Row of choices below the header: whose documents, which articles, what is counted how, and which places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QVBoxLayout, QWidget

from annotator.language.annotator_names import GOLD, annotator_name
from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.session.statistics.asked import Answer, Asked
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on
from annotator.ui.widgets.buttons.pill import Pill
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.menu_place import open_below

SIDE, FIELD, LONGEST, PAUSE = 16, 200, 60, 250
"""Pixels; code points of an item; milliseconds after the last letter until the charts follow."""
Choices = Sequence[tuple[str, object]]


class Options(QWidget):
    """Row. ``asked``: fields of Asked that are others now. ``wished``: fields of Wishes."""

    asked = Signal(object)
    wished = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._by, self._rates, self._together, self._places = (Pill(look, self, opens=True) for _pill in range(4))
        self.filter = FilterField(look, _("Filter articles"), parent=self)
        self.word = QLineEdit(self)
        self._words = QStringListModel(self)
        self._annotators: Choices = ()
        self._labels: Choices = ()
        self._set_up_fields()
        self._name_parts()
        self._lay_out()
        self._connect()

    def refresh(self, asked: Asked, told: Answer) -> None:
        """Show what is asked for, and offer what can be."""
        everybody = _("by everybody")
        self._annotators = [(everybody, None), *((_by_words(one), one) for one in told.annotators)]
        self._by.show_words(everybody if asked.annotator is None else _by_words(asked.annotator))
        self._by.setVisible(len(told.annotators) > 1)
        self._rates.show_words(_rate_words(asked.wishes.rates))
        self._together.show_words(_together_words(asked.wishes.overlapping))
        scheme = asked.scheme
        self._labels = [(label_name(scheme, id), id) for id in told.labels] if scheme else []
        label = asked.wishes.label or next(iter(told.labels), "")
        self._places.show_words(_("places of {label}").format(label=label_name(scheme, label) if scheme else ""))
        self._places.setEnabled(bool(self._labels))
        self.filter.setEnabled(asked.whole_folder)
        if self._words.stringList() != [*told.offered]:
            self._words.setStringList([*told.offered])

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter_on(self).fillRect(line, self._look.theme.border)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        inner = QWidget(self)
        row = FlowLayout(inner, 8, 6)
        for part in (self._by, self.filter, self._rates, self._together, self._places, self.word):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(SIDE, 7, SIDE, 8))
        column.addWidget(inner)

    def _set_up_fields(self) -> None:
        self.filter.setFixedWidth(FIELD)
        self.word.setFixedWidth(FIELD)
        self.word.setClearButtonEnabled(True)
        self.word.setPlaceholderText(_("and of the word…"))
        self.word.setAccessibleName(_("Word whose places are shown"))
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.word.setCompleter(completer)
        self._after_pause(self.filter, lambda: self.asked.emit({"filter": self.filter.text()}))
        self._after_pause(self.word, lambda: self.wished.emit({"word": self.word.text()}))

    def _after_pause(self, field: QLineEdit, tell: Callable[[], None]) -> None:
        pause = QTimer(self, singleShot=True, interval=PAUSE)
        pause.timeout.connect(tell)
        field.textChanged.connect(lambda _text: pause.start())
        field.returnPressed.connect(pause.stop)
        field.returnPressed.connect(tell)

    def _name_parts(self) -> None:
        for name, part in (
            ("statisticsBy", self._by),
            ("statisticsRates", self._rates),
            ("statisticsTogether", self._together),
            ("statisticsPlaces", self._places),
            ("statisticsFilter", self.filter),
            ("statisticsWord", self.word),
        ):
            part.setObjectName(name)

    def _connect(self) -> None:
        self._by.clicked.connect(lambda: self._open(self._by, self._annotators, self.asked, "annotator"))
        self._places.clicked.connect(lambda: self._open(self._places, self._labels, self.wished, "label"))
        self._rates.clicked.connect(
            lambda: self._open(self._rates, [(_rate_words(on), on) for on in (False, True)], self.wished, "rates")
        )
        self._together.clicked.connect(
            lambda: self._open(
                self._together, [(_together_words(on), on) for on in (False, True)], self.wished, "overlapping"
            )
        )

    def _open(self, pill: Pill, choices: Choices, told: Any, field: str) -> None:
        menu = QMenu(pill.text(), self)
        menu.setObjectName(f"{pill.objectName()}Menu")
        menu.aboutToHide.connect(menu.deleteLater)
        for words, value in choices:
            menu.addAction(shortened(words, LONGEST).replace("&", "&&"), partial(told.emit, {field: value}))
        open_below(menu, pill)


def _by_words(annotator: str) -> str:
    if annotator == GOLD:
        return annotator_name(annotator)
    # Translators: whose annotations are counted, as in “by sam”.
    return _("by {annotator}").format(annotator=annotator_name(annotator)) if annotator else _("without a name")


def _rate_words(rates: bool) -> str:
    return _("labels per 1,000 words") if rates else _("labels by number")


def _together_words(overlapping: bool) -> str:
    return _("together where they overlap") if overlapping else _("together in one sentence")
