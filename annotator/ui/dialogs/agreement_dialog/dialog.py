"""Window of agreement: header, table, matrix, what it says, and the list of places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.model.scheme import Scheme
from annotator.model.visible import visible
from annotator.review.agreement.results import Place
from annotator.review.agreement.sayings import Gain, gains, sayings
from annotator.review.agreement.wording import difference_words
from annotator.session.agreement.agreement_state import AgreementState
from annotator.translation.messages import _
from annotator.ui.dialogs.agreement_dialog.columns import HEIGHT
from annotator.ui.dialogs.agreement_dialog.foot import Foot
from annotator.ui.dialogs.agreement_dialog.header import Header
from annotator.ui.dialogs.agreement_dialog.heads import Heads
from annotator.ui.dialogs.agreement_dialog.matrix import Matrix
from annotator.ui.dialogs.agreement_dialog.model_part import ModelPart
from annotator.ui.dialogs.agreement_dialog.places import PlaceRows
from annotator.ui.dialogs.agreement_dialog.rows import MeasureRows
from annotator.ui.dialogs.agreement_dialog.told import Told
from annotator.ui.system.announcing import announce
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.panel_header import muted_label, name_label, plain_label
from annotator.ui.widgets.words.elided_label import ElidedLabel

SIZE, SMALLEST = QSize(1440, 900), QSize(420, 400)
FOLDS, STANDS, TURNS, LIST, LEAST_LIST, LOW, LEAST_LOW, SIDE = 960, 800, 1200, 424, 170, 480, 96, 16
FEWEST_ROWS, BELOW_ROWS, LONGEST, ROOM_FOR_GUIDELINE = 9, 540, 240, 640


class AgreementDialog(FittingDialog):
    """Window; ``header``, ``rows``, ``matrix``, ``told``, ``model``, ``places`` and ``foot`` tell what is wanted."""

    def __init__(self, state: AgreementState, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._scheme: Scheme | None = None
        self.setObjectName("agreementDialog")
        self.setWindowTitle(_("Agreement"))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumSize(SMALLEST)
        self.header, self.foot = Header(look, self), Foot(look, self)
        self.content = QWidget(self)
        self.heads, self.rows = Heads(look, self.content), MeasureRows(look, self.content)
        self.matrix, self.told = Matrix(look, self.content), Told(look, self.content)
        self.model = ModelPart(look, self.content)
        self.places = PlaceRows(self._name, font, look, self)
        self.listed = ElidedLabel(parent=self)
        self.listed.setObjectName("agreementListed")
        self.listed.setFont(header_font())
        self.guideline = plain_label("", self)
        self.guideline.setObjectName("agreementGuideline")
        self.guideline.setWordWrap(True)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.fit(SIZE)

    def refresh(self, article: str, scheme: Scheme | None) -> None:
        """Show the agreement; ``article`` is the name of the open one."""
        state, self._scheme = self._state, scheme
        agreement = state.agreement
        self.header.show_scope(article, whole_folder=state.whole_folder)
        self.header.show_pair(state.names, state.pair)
        self.header.show_count(state.state_words())
        self.heads.show_names(state.pair, self.rows.viewport().width())
        self.rows.show_agreement(agreement, scheme)
        self._fit_rows()
        self.rows.say_when_empty(state.state_words())
        counts = agreement.matrix(*state.pair) if agreement and len(state.pair) == 2 else {}
        labels = agreement.labels if agreement else ()
        self.matrix.show_counts(labels, {label: self._name(label) for label in labels}, counts)
        self.told.show_sayings(
            sayings(agreement, self._name) if agreement else [], gains(agreement, self._name) if agreement else []
        )
        self._show_first()

    def take_keyboard(self) -> None:
        """Put the keyboard into the matrix."""
        self.matrix.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide, low = self.width() >= TURNS, self.height() < LOW
        self._fit_guideline()
        self._fit_rows()
        self.header.fold(on=self.width() < FOLDS)
        self._body.setDirection(across if wide else down)
        self._lower.setDirection(across if self.width() >= STANDS else down)
        self.places.setMinimumSize(LIST if wide else 0, 0 if wide else LEAST_LOW if low else LEAST_LIST)
        self.places.setMaximumHeight(LEAST_LOW if low and not wide else 16_777_215)
        self.places.setMaximumWidth(LIST if wide else 16_777_215)

    def _fit_rows(self) -> None:
        """Show all rows of the table, or as many as leave room for the matrix below."""
        agreement = self._state.agreement
        rows = len(agreement.rows) if agreement and agreement.articles else 0
        most = max(FEWEST_ROWS, (self.height() - BELOW_ROWS) // HEIGHT)
        self.rows.setFixedHeight(HEIGHT * min(max(rows, 3), most))

    def _fit_guideline(self) -> None:
        """Show the guideline where there is one, and room for it."""
        self._guideline_frame.setVisible(bool(self.guideline.text()) and self.height() >= ROOM_FOR_GUIDELINE)

    def _name(self, label: str) -> str:
        return label_name(self._scheme, label) if self._scheme else label

    def _lay_out(self) -> None:
        self._lay_out_left()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        scrolled = ScrolledContent(self.content, self)
        self.model.told.connect(lambda: scrolled.ensureWidgetVisible(self.model.result, 0, 8))
        self._body.addWidget(scrolled, 1)
        self._body.addLayout(self._laid_out_places())
        column = _tight_column(self)
        column.addWidget(self.header)
        column.addLayout(self._body, 1)
        column.addWidget(self.foot)

    def _lay_out_left(self) -> None:
        """Put the table above the matrix and what it says."""
        self.content.setAutoFillBackground(True)
        self.content.setBackgroundRole(QPalette.ColorRole.Base)
        which = QVBoxLayout()
        which.setContentsMargins(margins(0, 10, 0, 10))
        title, legend = name_label(_("Which label for which"), self.content), muted_label(self.content)
        legend.show_line(_("Rows A, columns B, spans that overlap. Grey: the same label."))
        which.addWidget(_within(title, 0))
        which.addWidget(self.matrix)
        which.addWidget(_within(legend, 4))
        which.addStretch(1)
        self._lower.addLayout(which, 1)
        says = _tight_column()
        says.addWidget(self.told)
        says.addWidget(self.model)
        says.addStretch(1)
        self._lower.addLayout(says, 1)
        left = _tight_column(self.content)
        left.addWidget(self.heads)
        left.addWidget(self.rows)
        left.addLayout(self._lower, 1)

    def _laid_out_places(self) -> QVBoxLayout:
        """Return the list of places between what is listed and the guideline."""
        beside = _tight_column()
        beside.addWidget(_within(self.listed, 12))
        beside.addWidget(self.places, 1)
        self._guideline_frame = _within(self.guideline, 12)
        beside.addWidget(self._guideline_frame)
        return beside

    def _connect(self) -> None:
        self.matrix.chosen.connect(self._list_cell)
        self.matrix.entered.connect(self.places.setFocus)
        self.rows.entered.connect(self._enter_row)
        self.rows.chosen.connect(self._list_row)
        self.told.chosen.connect(self._list_gain)
        self.rows.left.connect(self.reject)
        self.rows.widened.connect(lambda width: self.heads.show_names(self._state.pair, width))
        self.places.left.connect(self.take_keyboard)
        self.foot.cancelled.connect(self._state.stop)
        for keys, by in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.places.step(by))

    def _list_cell(self, cell: tuple[str, str]) -> None:
        self._list(self._state.places(cell), self.matrix.words(cell), cell, self.matrix)

    def _list_row(self) -> None:
        """List what is behind the chosen number."""
        if row := self.rows.row:
            places = self._state.differences(row.key, self.rows.measure)
            words = difference_words(self.rows.name(row, self.rows.measure), len(places))
            label = row.key.label or (row.key.name if row.key.kind == "label" else "")
            self._list(places, words, (label,), self.rows)
            announce(self.rows, words)

    def _enter_row(self) -> None:
        self._list_row()
        self.places.setFocus()

    def _list_gain(self, gain: Gain) -> None:
        labels = (gain.places[0].label_a, gain.places[0].label_b)
        self._list(gain.places, difference_words(gain.words, len(gain.places)), labels, self.told)

    def _list(self, places: Sequence[Place], words: str, labels: tuple[str, ...], behind: QWidget) -> None:
        """List the places ``behind`` a number of that part."""
        for part in (self.matrix, self.rows):
            part.show_chosen(on=part is behind)
        self.places.show_places(places)
        self.listed.show_line(words)
        said = "\n".join(map(visible, self._definitions(labels)))
        self.guideline.setText(said)
        self._fit_guideline()

    def _definitions(self, labels: tuple[str, ...]) -> list[str]:
        """Return what the scheme says of the labels, each with its name."""
        if self._scheme is None:
            return []
        found = [self._scheme.label(id) for id in dict.fromkeys(labels) if id]
        # Translators: {label} is the name of a label, {text} its definition in the scheme.
        sentence = _("The guideline on {label}: {text}")
        return [
            sentence.format(label=self._name(label.id), text=shortened(label.guideline.definition, LONGEST))
            for label in found
            if label and label.guideline.definition
        ]

    def _show_first(self) -> None:
        """List what is behind the chosen cell; nothing is said of it where nothing was measured."""
        measured = self._state.agreement is not None and bool(self._state.agreement.articles)
        self.places.say_when_empty(_("Nothing is behind this number") if measured else "")
        if measured:
            self._list_cell(self.matrix.cell)
        else:
            self._list((), "", (), self)


def _tight_column(parent: QWidget | None = None) -> QVBoxLayout:
    column = QVBoxLayout(parent) if parent else QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _within(label: QWidget, above: int) -> QWidget:
    """Return the label with room at its sides, and ``above`` and below it."""
    frame = QWidget(label.parentWidget())
    column = QVBoxLayout(frame)
    column.setContentsMargins(margins(SIDE, above, SIDE, above))
    column.addWidget(label)
    return frame
