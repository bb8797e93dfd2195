"""Pages of the article: every line and every note once, in order, and no note over another."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.interop.handover.content import HandedArticle, HandedFact, HandOver, LegendLine, Mark
from annotator.model.span import Span
from annotator.ui.paper.article_pages import ArticlePages
from annotator.ui.paper.notes import PITCH
from annotator.ui.paper.sheet_of_paper import POINT, SheetOfPaper
from tests.support.running.examples import examples

A4 = SheetOfPaper(595 * POINT, 842 * POINT)
LEGEND = (LegendLine("claim", "claim", "fill", "#56B4E9", 1),)


def handed(text: str, facts: list[tuple[Span, str]]) -> HandOver:
    """A hand-over of the text with facts on these spans, each with that note."""
    marks = tuple(Mark(f"c{n}", span, "claim", "fill", "#56B4E9", n) for n, (span, _note) in enumerate(facts, 1))
    made = tuple(
        HandedFact(f"c{n}", n, "claim", span, True, span.of(text), note=note) for n, (span, note) in enumerate(facts, 1)
    )
    return HandOver(HandedArticle("a.txt", text, "0" * 64, "A title"), marks, made, legend=LEGEND)


@st.composite
def hand_overs(draw: st.DrawFn) -> HandOver:
    """Texts of up to some pages, with notes of up to more than a page."""
    lines = draw(
        st.lists(st.sampled_from(["Rain fell. ", "The mayor said so. 🔔 ", "\n\n", "قال رئيس البلدية. "]), max_size=200)
    )
    text = "".join(lines) or "Rain."
    spans = []
    for _fact in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, len(text) - 1))
        spans.append(Span(start, draw(st.integers(start + 1, min(len(text), start + 90)))))
    notes = [draw(st.sampled_from(["", "short", "many words " * 40, "very many words " * 400])) for _span in spans]
    return handed(text, list(zip(spans, notes, strict=True)))


@pytest.mark.usefixtures("qtbot")
class TestPages:
    @given(made=hand_overs())
    @examples(0.5)
    def test_every_line_and_every_line_of_a_note_is_on_a_page_once_in_order(self, made: HandOver) -> None:
        pages = ArticlePages(made, A4).pages
        numbers = [line.number for page in pages for _y, line in page.lines]
        assert numbers == list(range(1, len(numbers) + 1))
        shown = {(id(note), line) for page in pages for _y, note, lines in page.notes for line in lines}
        notes = {id(note): note for page in pages for _y, note, _lines in page.notes}
        assert len(shown) == sum(note.lines for note in notes.values())
        placed = [mark for mark in made.marks if mark.span.of(made.article.text).strip()]
        assert len(placed) <= len(notes) <= len(made.facts)

    @given(made=hand_overs())
    @examples(0.5)
    def test_nothing_lies_over_anything_or_outside_the_page(self, made: HandOver) -> None:
        for page in ArticlePages(made, A4).pages:
            below = A4.body.top()
            for y, _note, lines in page.notes:
                assert y >= below
                below = y + len(lines) * PITCH
            assert below <= A4.body.bottom()
            tops = [y for y, _line in page.lines]
            assert all(second - first >= 18 * POINT for first, second in pairwise(tops))
            assert all(y + 18 * POINT <= A4.body.bottom() for y in tops)

    def test_a_note_is_at_the_height_of_its_line_where_there_is_room(self) -> None:
        text = "Rain fell in the night.\n\nSnow fell in the morning."
        (page,) = ArticlePages(handed(text, [(Span(0, 4), ""), (Span(25, 29), "")]), A4).pages
        distances = {y - line for (y, _note, _lines), (line, _l) in zip(page.notes, page.lines, strict=True)}
        assert distances == {5 * POINT}

    def test_notes_that_fill_the_page_take_their_lines_to_the_next(self) -> None:
        text = "\n".join(f"Line {n:02}." for n in range(30))
        facts = [(Span(at * 9, at * 9 + 7), "many words " * 60) for at in range(30)]
        pages = ArticlePages(handed(text, facts), A4).pages
        assert len(pages) > 1
        for page in pages[:-1]:
            assert len(page.notes) == sum(len(line.facts) for _y, line in page.lines)

    def test_blank_lines_have_no_number(self) -> None:
        (page,) = ArticlePages(handed("One.\n\n \n\nTwo.", []), A4).pages
        assert [line.number for _y, line in page.lines] == [1, 2]

    def test_facts_that_end_at_one_place_have_their_numbers_beside_each_other(self) -> None:
        made = handed("Rain fell in the night.", [(Span(0, 22), ""), (Span(5, 22), "")])
        (page,) = ArticlePages(made, A4).pages
        assert page.lines[0][1].facts == (1, 2)


def test_on_paper_that_reads_leftwards_notes_are_at_the_left(qtbot: QtBot) -> None:
    mirrored = replace(A4, leftwards=True)
    assert A4.numbers.right() < A4.text.left() < A4.text.right() < A4.notes.left()
    assert mirrored.notes.right() < mirrored.text.left() < mirrored.text.right() < mirrored.numbers.left()
