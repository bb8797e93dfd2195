"""PDF: numbers of lines, watermarks and rows of tables are no part of sentences, and what was done is told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotator.interop.articles.extracted import Extracted
from annotator.interop.articles.kinds.pdf.extractor import EXTRACTOR
from tests.interop.articles.taking import one
from tests.interop.articles.written_pdf import Line, column, pdf

pytestmark = pytest.mark.usefixtures("read_here")

LINES = [
    "The council of the town heard on Monday that the",
    "bridge had cost 4.1 million, twice as much as was",
    "said in March, and asked for a report about it that",
    "is to be read in public. Nobody could say who would",
    "pay for the rest, and the county has not answered a",
    "letter of the mayor, who wants to wait until spring.",
]
TEXT = " ".join(LINES)
ROWS = [("Town", "2023", "2024"), ("Norhaven", "1,204", "988"), ("Aleppo", "7", "12"), ("Old Ford", "40", "41")]


def extracted(*pages: Sequence[Line]) -> Extracted:
    return one(EXTRACTOR, pdf(pages))


def numbered(first: int = 1, step: int = 1, left: float = 50) -> list[Line]:
    """The lines, and beside each, or each of those that count, its number."""
    text = column(LINES, left=80)
    counted = range(first, first + len(text))
    return [
        each
        for number, line in zip(counted, text, strict=True)
        for each in ([Line(str(number), left, line.bottom)] if number % step == 0 else []) + [line]
    ]


class TestLineNumbers:
    @pytest.mark.parametrize(("first", "step", "left"), [(1, 1, 50), (117, 1, 50), (1, 2, 50), (1, 1, 500), (1, 1, 62)])
    def test_they_are_left_out_and_told(self, first: int, step: int, left: float) -> None:
        article = extracted(numbered(first, step, left))
        assert article.text == TEXT
        assert article.notes == (f"{len(LINES) // step} numbers of lines in the margin were left out.",)

    def test_drawn_before_the_text(self) -> None:
        lines = numbered()
        article = extracted([line for line in lines if line.text.isdigit()] + column(LINES, left=80))
        assert article.text == TEXT

    def test_in_one_string_with_the_line(self) -> None:
        assert extracted(column([f"{number} {text}" for number, text in enumerate(LINES, 1)])).text == TEXT

    def test_they_go_on_over_the_pages(self) -> None:
        last = [Line("7", 50, 700), Line("It ended at noon.", 80, 700)]
        article = extracted(numbered(), last)
        assert article.text == f"{TEXT}\n\nIt ended at noon."
        assert "7 numbers of lines" in article.notes[0]

    def test_numbers_of_paragraphs_and_lists_stay(self) -> None:
        paragraphs = [Line(str(n), 50, 700 - 36 * n) for n in range(1, 5)]
        texts = [line for n in range(1, 5) for line in column(LINES[:3], 80, 700 - 36 * n)]
        assert extracted([*paragraphs, *texts]).notes == ()
        items = [f"{number} {item}" for number, item in enumerate(("Bread", "Milk", "Salt", "Rice", "Oil", "Tea"), 1)]
        assert all(item in extracted(column(items)).text for item in items)

    def test_a_year_at_the_beginning_of_a_line_stays(self) -> None:
        lines = ["It was the year", "2016 in which the", "town grew by some", "2017 people, of whom", "nobody stayed."]
        assert extracted(column(lines)).text == " ".join(lines)


class TestWatermarks:
    MARKS = (Line("DRAFT COPY", 100, 600, 60, 45, 0.8), Line("DRAFT COPY", 90, 690, 40, 0, 0.8))

    @pytest.mark.parametrize("mark", MARKS)
    @pytest.mark.parametrize("place", [0, 2, 6])
    def test_they_are_left_out_and_told(self, mark: Line, place: int) -> None:
        lines = column(LINES)
        article = extracted([*lines[:place], mark, *lines[place:]])
        assert article.text == TEXT
        assert article.notes == ("1 watermark, or other text that is turned, was left out: “DRAFT COPY”.",)
        assert not article.harmless

    def test_on_each_page(self) -> None:
        article = extracted(*([self.MARKS[0], *column(LINES)] for _page in range(2)))
        assert "DRAFT" not in article.text
        assert article.notes[-1:] == ("2 watermarks, or other texts that are turned, were left out: “DRAFT COPY”.",)

    def test_a_page_that_is_turned_as_a_whole_stays(self) -> None:
        assert extracted([Line(LINES[0], 300, 100, angle=90)]).text == LINES[0]

    def test_a_large_headline_stays(self) -> None:
        assert extracted([Line("The bridge", 50, 730, 30), *column(LINES)]).text == f"The bridge\n\n{TEXT}"


class TestTables:
    @pytest.mark.parametrize("width", [70, 150])
    def test_rows_are_lines_with_tabs(self, width: int) -> None:
        cells = [
            Line(text, 50 + width * place, 600 - 14 * number)
            for number, row in enumerate(ROWS)
            for place, text in enumerate(row)
        ]
        article = extracted([*column(LINES), *cells, *column(LINES, top=500)])
        table = "\n".join("\t".join(row) for row in ROWS)
        assert article.text == f"{TEXT}\n\n{table}\n\n{TEXT}"
        assert article.notes == ("1 table was written as lines, with tabs between the cells.",)

    def test_cells_that_end_at_one_edge(self) -> None:
        cells = [
            Line(text, 50 if place == 0 else 200 + 80 * place - 6 * len(text), 600 - 14 * number)
            for number, row in enumerate(ROWS)
            for place, text in enumerate(row)
        ]
        assert extracted(cells).text == "\n".join("\t".join(row) for row in ROWS)

    def test_columns_of_a_text_are_none(self) -> None:
        article = extracted([*column(LINES, 40), *column(LINES, 330)])
        assert article.text == f"{TEXT}\n\n{TEXT}"
        assert article.notes == ()
