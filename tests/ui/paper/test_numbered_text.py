"""Text laid out for paper: the words of each mark stay where they are, whatever else stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from annotator.interop.handover.content import HandedArticle, HandOver, Mark
from annotator.model.span import Span
from annotator.ui.paper.numbered_text import NumberedText
from annotator.ui.paper.sheet_of_paper import POINT

ODD = st.sampled_from(
    ["\n", "\t", "\u2028", "\u2029", "\r", "\x0c", "\ufdd0", "\ufdd1", "\u00a0", "\ufffc", "🔔", "م", "e\u0301"]
)
TEXTS = st.lists(st.one_of(ODD, st.text("ab .", max_size=3)), min_size=1, max_size=30).map("".join).filter(bool)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    return text, [Span(start, draw(st.integers(start + 1, len(text)))) for start in starts]


def laid_out(text: str, spans: list[Span]) -> NumberedText:
    marks = tuple(Mark(f"c{n}", span, "claim", "fill", "#56B4E9", n) for n, span in enumerate(spans, 1))
    return NumberedText(HandOver(HandedArticle("a.txt", text, "", "a.txt"), marks), 300 * POINT)


def between(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


@pytest.mark.usefixtures("qtbot")
class TestOffsets:
    @given(given_marks=marked())
    @settings(deadline=None)
    def test_what_has_no_number_in_it_is_as_long_as_in_the_article(self, given_marks: tuple[str, list[Span]]) -> None:
        text, spans = given_marks
        made = laid_out(text, spans)
        ends = {span.end for span in spans}
        for span in spans:
            if not any(span.start < end < span.end for end in ends):
                found = between(made.document, made.start(span.start), made.end(span.end))
                assert len(found.encode("utf-16-le")) == len(span.of(text).encode("utf-16-le"))
                letters = [char for char in span.of(text) if char.isalnum()]
                assert [char for char in found if char.isalnum()] == letters

    def test_a_number_stands_behind_the_words_and_further_ones_behind_a_comma(self) -> None:
        made = laid_out("Rain fell.", [Span(0, 9), Span(5, 9), Span(0, 4)])
        assert (
            made.document.toPlainText() == "Rain\u00a03 fell\u00a01,2."
            or made.document.toPlainText() == "Rain 3 fell 1,2."
        )
        assert [made.numbers_within(0, 8), made.numbers_within(8, 30)] == [[3], [1, 2]]
