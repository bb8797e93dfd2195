"""Dialog with the result of the check for each quote, and the difference of the current one word by word."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.facts.quotes.quote_check import Difference, Verdict
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted, without_marks
from annotator.model.kinds.evidence import Evidence
from annotator.session.background.long_work import Stage
from annotator.session.editing.evidence.quote_checks import VERDICT_WORDS, QuoteChecks, QuoteResult
from annotator.translation.messages import N_, _
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.lists.two_line_rows import Tone, TwoLineRows, TwoLines
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.laid_runs import Kind, Run
from annotator.ui.widgets.words.runs_text import RunsText
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SIZE, PADDING, GAP = QSize(640, 480), 16, 10
GLYPHS = {
    Verdict.IDENTICAL: "success",
    Verdict.SHORTENED: "info",
    Verdict.ALTERED: "warning",
    Verdict.NOT_FOUND: "question",
}
KINDS = {
    Difference.EQUAL: (Kind.PLAIN, Kind.PLAIN),
    Difference.FORM: (Kind.MUTED, Kind.MUTED),
    Difference.LEFT_OUT: (Kind.PLAIN, Kind.MISSING),
    Difference.ADDED: (Kind.ALTERED, Kind.PLAIN),
    Difference.REPLACED: (Kind.ALTERED, Kind.ALTERED),
}
"""How a run is drawn in the quote, and in the words of the file."""
LEGEND = N_("Dashed: left out. Underlined: other words. Grey: other marks or blanks, which do not count.")


class QuotesDialog(FittingDialog):
    """Results for the quotes of the claims that ``piece`` serves; N notes the words found into the piece."""

    def __init__(self, parts: EvidenceParts, piece: Evidence, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quotesDialog")
        self.setWindowTitle(_("Quotes in the file"))
        self.setAccessibleName(_("Quotes in the file"))
        self._parts, self._piece, self._results = parts, piece, list[QuoteResult]()
        self._checks = QuoteChecks(parts.services.edits, parts.services.jobs, self)
        self._rows = TwoLineRows(parts.look, self)
        self._rows.setObjectName("quoteRows")
        self._rows.setAccessibleName(_("Quotes"))
        self._quote, self._found = RunsText(parts.look, self), RunsText(parts.look, self)
        self._legend, self._state = muted_label(self), WrappingLabel(self)
        self._state.setObjectName("quotesState")
        self._note, self._stop = QPushButton(_("Note these words"), self), QPushButton(_("Close"), self)
        self._note.setObjectName("noteQuote")
        self._lay_out()
        self._connect()
        self.fit(SIZE)
        self._begin()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._note, self._stop):
            button.setAutoDefault(False)
        buttons.addWidget(self._note)
        buttons.addStretch(1)
        buttons.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(PADDING, PADDING, PADDING, GAP))
        column.setSpacing(GAP)
        self._in_article, self._in_file = muted_label(self), muted_label(self)
        self._in_article.show_line(_("In the article"))
        self._in_file.show_line(_("In the file"))
        parts = (self._state, self._rows, self._in_article, self._quote, self._in_file, self._found, self._legend)
        for part in parts:
            column.addWidget(part, 1 if part is self._rows else 0)
        column.addLayout(buttons)
        self._legend.show_line(_(LEGEND))
        self._show_one(-1)

    def _connect(self) -> None:
        self._checks.ended.connect(self._take)
        self._checks.progressed.connect(self._tell_stage)
        self._rows.went_to.connect(self._show_one)
        self._rows.typed.connect(lambda letter: self._note_current() if letter.casefold() == "n" else None)
        self._rows.entered.connect(lambda _row: self._note_current())
        self._rows.left.connect(self.close)
        self._note.clicked.connect(self._note_current)
        self._stop.clicked.connect(self.close)
        self.finished.connect(self._end)

    def _begin(self) -> None:
        session = self._parts.services.session
        if session.current:
            self._state.setText(_("Reading the file"))
            self._checks.check(session.current.path.parent, self._piece, session.document, session.scheme)

    def _tell_stage(self, stage: Stage) -> None:
        self._state.setText(stage.doing)

    def _take(self, result: Any) -> None:
        if not isinstance(result, list):
            self._state.setText(result or _("Cancelled"))
            self._stop.setFocus()
            return
        self._results = result
        self._state.setText(_("Nothing of this is stored unless you note it: N takes the words of the file."))
        self._rows.show_rows([_row(one) for one in result])
        self._rows.setFocus()

    def _show_one(self, row: int) -> None:
        one = self._results[row] if 0 <= row < len(self._results) else None
        found = one is not None and bool(one.found)
        if one:
            runs = one.check.runs
            self._quote.show_runs([Run(run.quote, KINDS[run.kind][0]) for run in runs] or [Run(one.words)])
            self._found.show_runs([Run(run.text, KINDS[run.kind][1]) for run in runs])
        for part in (self._in_article, self._quote):
            part.setVisible(one is not None)
        for part in (self._in_file, self._found, self._legend):
            part.setVisible(found)
        self._note.setEnabled(found and self._parts.services.session.writable)

    def _note_current(self) -> None:
        row = self._rows.current_row()
        known = self._parts.services.session.document.of(Evidence)
        if self._note.isEnabled() and 0 <= row < len(self._results) and self._piece.id in known:
            self._checks.note(known[self._piece.id], self._results[row])
            self._state.setText(_("Noted in the piece of evidence; undo takes it back."))

    def _end(self) -> None:
        self._checks.cancel()
        self.deleteLater()


def _row(one: QuoteResult) -> TwoLines:
    tone: Tone = "warning" if one.check.verdict in (Verdict.ALTERED, Verdict.NOT_FOUND) else "muted"
    omitted = (without_marks(plain_line(words)) for words in one.check.left_out)
    left_out = "; ".join(_("left out: “{words}”").format(words=words) for words in omitted)
    second = " · ".join(filter(None, (_(VERDICT_WORDS[one.check.verdict]), one.time, one.place, left_out)))
    words = quoted(plain_line(one.words))
    return TwoLines(words, second, glyph=GLYPHS[one.check.verdict], tone=tone)
