"""Sheet of keys, generated from the table of actions and the scheme's labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from annotator.language.folding import folded
from annotator.translation.messages import N_, _, listed
from annotator.ui.actions.bound_actions import Actions
from annotator.ui.actions.fixed_keys import FIXED_KEYS, fixed_purpose
from annotator.ui.actions.keys import KeyMap
from annotator.ui.actions.row import GROUPS, LABELS, ActionRow, FixedKeys
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, margins, painter_on, placed
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.key_caps import GAP, caps_width, paint_caps
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.panel_header import name_label, plain_label
from annotator.ui.widgets.words.key_names import captions

LINE_HEIGHT, WORDS_AT, PADDING, BETWEEN_GROUPS = 24, 156, 18, 12
SIZE = QSize(440, 620)
# Translators: stands beside a label’s key, pressed twice.
LOCK = N_("twice: lock the label")
SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Line:
    """Captions of key caps and what the keys do."""

    captions: tuple[str, ...]
    words: str

    def holds(self, query: str) -> bool:
        """Return whether the line contains every word of the case-folded query."""
        text = folded(" ".join((*self.captions, self.words)))
        return all(word in text for word in query.split())


def sheet(rows: Sequence[ActionRow], keys: KeyMap, fixed: Sequence[FixedKeys]) -> dict[str, list[Line]]:
    """Return the lines by group; actions with the same words share a line, and those without keys have none."""
    found: dict[str, dict[str, list[str]]] = {group: {} for group in GROUPS}
    for row in rows:
        if row.group and keys.keys[row.id]:
            found[row.group].setdefault(row.purpose, []).extend(keys.keys[row.id])
    for own in fixed:
        found[own.group].setdefault(fixed_purpose(own), []).extend(own.keys)
    lines = {group: [Line(tuple(captions(k)), words) for words, k in found[group].items()] for group in GROUPS}
    lines[LABELS] += [Line(2 * line.captions[:1], _(LOCK)) for line in lines[LABELS][:1]]
    return {group: some for group, some in lines.items() if some}


class KeySheet(FittingDialog):
    """Window of all keys with a filter, which may stay open during work."""

    def __init__(self, actions: Actions, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._look = look
        self._filter = FilterField(look, _("Filter keys"), parent=self)
        self._area = QScrollArea(self)
        self.setObjectName("keySheet")
        self.setWindowTitle(_("Keys"))
        self.setAccessibleName(_("Keys"))
        self._lay_out()
        self._filter.textChanged.connect(self._fill)
        self._filter.left.connect(self.close)
        actions.relisted.connect(self._fill)
        self._fill()
        self.fit(SIZE.expandedTo(QSize(self._width_of_words(), 0)))

    def open_sheet(self) -> None:
        """Show the sheet, or bring it to the front."""
        self.show()
        self.activateWindow()
        self._filter.setFocus(Qt.FocusReason.PopupFocusReason)
        self._filter.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys whichever part has the focus; Escape closes."""
        bar = self._area.verticalScrollBar()
        steps = dict(zip(SCROLLING, (-LINE_HEIGHT, LINE_HEIGHT, -bar.pageStep(), bar.pageStep()), strict=True))
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _width_of_words(self) -> int:
        """Return the width at which no line is cut off."""
        body = self._area.widget()
        words = body.sizeHint().width() if body else 0
        return words + self._area.verticalScrollBar().sizeHint().width() + PADDING + 6

    def _lay_out(self) -> None:
        self._area.setObjectName("keySheetArea")
        self._area.setAccessibleName(_("Keys and what they do"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(PADDING, 14, 6, 0))
        column.setSpacing(10)
        column.addWidget(self._filter)
        column.addWidget(self._area)

    def _fill(self) -> None:
        query = folded(self._filter.text())
        groups = sheet(self._actions.rows, self._actions.keys, FIXED_KEYS)
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Window)
        column = QVBoxLayout(body)
        column.setContentsMargins(margins(0, 0, PADDING - 6, PADDING))
        column.setSpacing(0)
        none = _("No match for “{words}”").format(words=self._filter.text())
        for widget in self._widgets(groups, query) or [plain_label(none, body)]:
            column.addWidget(widget)
        column.addStretch(1)
        self._area.setWidget(body)

    def _widgets(self, groups: dict[str, list[Line]], query: str) -> list[QWidget]:
        widgets: list[QWidget] = []
        for group, lines in groups.items():
            kept = lines if query and query in folded(_(group)) else [line for line in lines if line.holds(query)]
            if kept:
                title = name_label(_(group), self)
                title.setContentsMargins(0, BETWEEN_GROUPS if widgets else 0, 0, 4)
                widgets += [title, *self._key_lines(kept)]
        return widgets

    def _key_lines(self, lines: Iterable[Line]) -> list[KeyLine]:
        return [KeyLine(line, self._look) for line in lines]


class KeyLine(QLabel):
    """Line with key caps before the text."""

    def __init__(self, line: Line, look: Look) -> None:
        super().__init__()
        self._line = line
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(_("{action}: {keys}").format(action=line.words, keys=listed(line.captions)))
        self.setMinimumHeight(LINE_HEIGHT)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._line.words)
        return QSize(round(self._words_at()) + words + 2, LINE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole = painter_on(self), QRectF(self.rect())
        caps = placed(painter, QRectF(0, 0, caps_width(self._line.captions), self.height()), whole)
        paint_caps(painter, QPointF(caps.left(), self.height() / 2), self._line.captions, self._look.theme)
        painter.setPen(self._look.theme.text)
        words = QRectF(self._words_at(), 0, self.width() - self._words_at(), self.height())
        painter.drawText(placed(painter, words, whole), LEADING, self._line.words)

    def _words_at(self) -> float:
        return max(WORDS_AT, caps_width(self._line.captions) + 3 * GAP)
