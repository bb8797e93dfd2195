"""PDF: lines become paragraphs, what stands on every page does not, and no file does harm."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest

from annotator.interop.articles.extracted import BOILERPLATE, Wishes
from annotator.interop.articles.kinds.pdf.extractor import EXTRACTOR
from annotator.interop.articles.kinds.pdf.process import seconds_for
from annotator.interop.foreign.errors import ForeignError
from tests.interop.articles import written_pdf
from tests.interop.articles.taking import ARABIC, CHINESE, COMBINING, EMOJI, LATIN, one, refusal, taken_or_refused
from tests.interop.articles.written_pdf import Line, column, pdf
from tests.support.marked_language import marked_language

PARAGRAPHS = [
    "The mayor said on Monday that the harbour is an example of what a town can do when it has the money for it.",
    "A second paragraph begins here. It goes on for a while, with figures such as 1,204 and 3.2 per cent.",
    "It was paid for by lenders. The bank of the town took no part in it, and nobody has asked it why.",
]


def wrapped(paragraphs: Sequence[str], width: int = 50, indented: bool = True) -> list[str]:
    """The lines, the first of each paragraph with a tab before it."""
    lines = []
    for text in paragraphs:
        first, *others = textwrap.wrap(("####" if indented else "") + text, width)
        lines += [first.replace("####", "\t"), *others]
    return lines


PAGES = [
    [Line(f"The Courier {number}", bottom=770), *column(wrapped([text])), Line(str(number), 300, 30)]
    for number, text in enumerate(PARAGRAPHS, 1)
]


def text_of(*pages: Sequence[Line]) -> str:
    return one(EXTRACTOR, pdf(pages)).text


@pytest.mark.usefixtures("read_here")
class TestParagraphs:
    @pytest.mark.parametrize("indented", [True, False])
    def test_by_their_indents_or_their_ends(self, indented: bool) -> None:
        assert text_of(column(wrapped(PARAGRAPHS, indented=indented))) == "\n\n".join(PARAGRAPHS)

    def test_by_the_gaps_between_them(self) -> None:
        lines = [
            *column(wrapped(PARAGRAPHS[:1], indented=False)),
            *column(wrapped(PARAGRAPHS[1:2], indented=False), top=600),
        ]
        assert text_of(lines) == "\n\n".join(PARAGRAPHS[:2])

    def test_gaps_and_indents_count_where_all_lines_are_full(self) -> None:
        full = ["It rained on Monday.", "It rains on Tuesday.", "It snows on Fridays."]
        gaps = [Line(text, bottom=bottom) for text, bottom in zip(full, [700, 688, 664], strict=True)]
        assert text_of(gaps) == f"{full[0]} {full[1]}\n\n{full[2]}"
        assert text_of(column([*full, f"\t{full[0]}", *full[1:]])) == f"{' '.join(full)}\n\n{' '.join(full)}"
        hanging = column([full[0], *(f"\t{text}" for text in full[1:]), full[0], f"\t{full[1]}", f"\t{full[2]}"])
        assert text_of(hanging) == f"{' '.join(full)}\n\n{' '.join(full)}"

    def test_a_headline_of_another_size(self) -> None:
        assert text_of([Line("The harbour", bottom=720, size=18), *column(wrapped(PARAGRAPHS[:1]))]) == (
            f"The harbour\n\n{PARAGRAPHS[0]}"
        )

    def test_columns_and_pages(self) -> None:
        lines = wrapped(PARAGRAPHS)
        left, right, next_page = column(lines[:2], 40), column(lines[2:4], 330), column(lines[4:])
        assert text_of([*left, *right], next_page) == "\n\n".join(PARAGRAPHS)

    def test_where_pages_begin_is_told_within_a_paragraph_and_for_empty_ones_too(self) -> None:
        lines = wrapped(PARAGRAPHS[:1], indented=False)
        article = one(EXTRACTOR, pdf([column(lines[:2]), column(lines[2:]), [], column(["The end."])]))
        begins = [article.text.index(words) for words in (lines[0], lines[2], "The end.", "The end.")]
        assert [*article.pages] == begins

    @pytest.mark.parametrize("text", [LATIN, EMOJI, COMBINING, CHINESE])
    def test_every_script(self, text: str) -> None:
        assert text_of([Line(text)]) == text

    def test_right_to_left(self) -> None:
        assert text_of([Line(ARABIC[::-1])]) == ARABIC

    def test_lines_of_scripts_without_blanks(self) -> None:
        lines = [CHINESE[:8] * 3, CHINESE[8:]]
        assert text_of(column(lines)) == "".join(lines)


@pytest.mark.usefixtures("read_here")
class TestHyphens:
    @pytest.mark.parametrize(
        ("lines", "text", "notes"),
        [
            (["It is a good exam-", "ple of what it is"], "It is a good example of what it is", 1),
            (["It is about COVID-", "19 and what it is"], "It is about COVID-19 and what it is", 0),
            (["It is an Anglo-", "American thing now"], "It is an Anglo-American thing now", 0),
            (["It's a well-known, well-", "known, and old thing"], "It's a well-known, well-known, and old thing", 0),
            (["It is old - very -", "and it is not known"], "It is old - very - and it is not known", 0),
        ],
    )
    def test_at_the_end_of_a_line(self, lines: list[str], text: str, notes: int) -> None:
        article = one(EXTRACTOR, pdf([column(lines)]))
        assert article.text == text
        assert len(article.notes) == notes
        if notes:
            assert article.notes == ("1 word was put together that had been divided at the end of a line.",)


@pytest.mark.usefixtures("read_here")
class TestFurniture:
    def test_it_is_left_out_and_told(self) -> None:
        article = one(EXTRACTOR, pdf(PAGES))
        assert article.text == "\n\n".join(PARAGRAPHS)
        assert article.notes == ("6 lines were left out as repeated on other pages: heads, footers, page numbers.",)

    def test_it_is_kept_where_that_is_wished(self) -> None:
        article = one(EXTRACTOR, pdf(PAGES), Wishes(page_parts=True))
        assert article.text.split("\n\n") == [
            line for number, text in enumerate(PARAGRAPHS, 1) for line in (f"The Courier {number}", text, str(number))
        ]
        assert [part.span.of(article.text) for part in article.parts] == [
            line for number in (1, 2, 3) for line in (f"The Courier {number}", str(number))
        ]
        assert ({part.role for part in article.parts}, article.notes) == ({BOILERPLATE}, ())

    def test_a_paragraph_goes_on_over_it(self) -> None:
        lines = wrapped(PARAGRAPHS[:1])
        pages = [[Line("Courier", bottom=770), *column(part)] for part in (lines[:2], lines[2:])]
        assert one(EXTRACTOR, pdf(pages)).text == PARAGRAPHS[0]
        kept = one(EXTRACTOR, pdf(pages), Wishes(page_parts=True)).text
        assert kept == f"Courier\n\n{PARAGRAPHS[0]}\n\nCourier"

    def test_figures_and_titles_are_none(self) -> None:
        pages = [
            [*column(wrapped([text])), Line(figure, 50, 30)]
            for text, figure in zip(PARAGRAPHS, ["900", "20", "31"], strict=True)
        ]
        assert one(EXTRACTOR, pdf(pages)).notes == ()
        titled = [
            [Line("Courier", bottom=770, size=18 if n == 0 else 8), *column(wrapped([text]))]
            for n, text in enumerate(PARAGRAPHS)
        ]
        assert one(EXTRACTOR, pdf(titled)).text.startswith("Courier\n\n")

    def test_pages_that_are_all_alike_keep_their_text(self) -> None:
        assert text_of(*[[Line("The same")]] * 3) == "The same\n\nThe same\n\nThe same"


class TestAbout:
    def test_it_comes_from_the_properties(self) -> None:
        info = "/Title (Harbour) /Author (Sam) /CreationDate (D:20161215093000+01'00')"
        article = one(EXTRACTOR, pdf([[Line("text")]], info))
        assert dict(article.about) == {"title": "Harbour", "byline": "Sam", "published": "2016-12-15"}
        assert article.made_by.startswith("pypdfium2 ")


class TestHostile:
    @pytest.mark.parametrize(
        "data", [b"", b"text", bytes(range(256)) * 99, b"%PDF-1.7\n" + b"\xff" * 999, b"%PDF-1.7\n" + b"[" * 99_999]
    )
    def test_what_is_no_pdf(self, data: bytes) -> None:
        assert refusal(EXTRACTOR, data).sentence == "It is not a PDF file, or it is damaged."

    def test_pictures_of_pages(self) -> None:
        assert "OCR" in refusal(EXTRACTOR, pdf([[], []])).sentence
        assert one(EXTRACTOR, pdf([[Line("text")], []])).notes == (
            "1 of its 2 pages had no text. If they are pictures of pages, run a text recognition (OCR) on them first.",
        )

    def test_glyphs_that_are_no_characters(self) -> None:
        assert (
            "does not say which characters" in refusal(EXTRACTOR, pdf([[Line("text and more")]], mapped=False)).sentence
        )

    def test_encrypted(self) -> None:
        key = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >> /ID [<00> <00>]"
        assert refusal(EXTRACTOR, pdf([[Line("text")]], trailer=key)).sentence == (
            "It is encrypted. Save it without a password."
        )

    @pytest.mark.parametrize(
        "content", [b"q " * 20_000_000, b"BT /F 9 Tf " + b"<0001> Tj " * 3_000_000], ids=["states", "glyphs"]
    )
    def test_a_bomb_harms_nobody(self, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(written_pdf, "_content", lambda *_: content)
        assert refusal(EXTRACTOR, pdf([[Line("a")]])).sentence.startswith("It could not be read")

    def test_too_many_pages(self) -> None:
        assert "2,000 pages" in refusal(EXTRACTOR, pdf([[]] * 2001)).sentence

    def test_the_subprocess_which_knows_no_language_is_quoted_in_that_of_the_window(self) -> None:
        with marked_language(), pytest.raises(ForeignError) as error:
            [*EXTRACTOR.extract(pdf([[]] * 2001), "long.pdf", Wishes())]
        assert error.value.sentence == "<It has more than 2.000 pages. Split it into smaller files.>"

    def test_truncated(self) -> None:
        whole = pdf([[Line("text")]])
        for place in range(0, len(whole), len(whole) // 2):
            taken_or_refused(EXTRACTOR, whole[:place])
            taken_or_refused(EXTRACTOR, whole[:place] + b"\0\xff<<" + whole[place + 4 :])


def test_a_large_file_may_take_longer_but_not_for_ever() -> None:
    assert [seconds_for(size) for size in (2000, 1 << 20, 1 << 30)] == [30, 90, 120]


def test_five_hundred_pages() -> None:
    pages = [column([f"Page {number} says that thousands of people leave."]) for number in range(500)]
    assert text_of(*pages).count("thousands") == 500


def test_the_reading_is_ended_when_it_is_not_wanted_any_longer() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        [*EXTRACTOR.extract(pdf([[Line("Some words.")]] * 300), "long.pdf", Wishes(go_on=stop))]
