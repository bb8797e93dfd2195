"""Hand-over as a Word document: opened by python-docx and by its XML, and read back by the program's own import."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from annotator.interop.articles.extracted import Extracted, Source
from annotator.interop.articles.kinds.word.extractor import EXTRACTOR
from annotator.interop.handover.choices import Choices
from annotator.interop.handover.content import HandedArticle, HandedFact, HandOver, Mark, Piece
from annotator.interop.handover.contents import contents_of
from annotator.interop.handover.forms import FORMS
from annotator.model.kinds.evidence import STANCES
from annotator.model.span import Span
from tests.interop.articles.taking import one
from tests.support.handover.checked_story import SCHEME, SECRET, checked_story, signed_by
from tests.support.running.examples import examples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STORY = contents_of(checked_story(), SCHEME, Choices())


def written(handed: HandOver) -> bytes:
    return FORMS["docx"].file_of(handed)


@cache
def story(form: str = "docx") -> bytes:
    return FORMS[form].file_of(STORY)


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read(f"word/{name}.xml"))


def commented_words(data: bytes) -> dict[int, str]:
    """The words between begin and end of each comment, by its number."""
    open_ones: set[str] = set()
    words: dict[str, str] = {}
    for element in part(data, "document").iter():
        id = str(element.get(f"{W}id"))
        if element.tag == f"{W}commentRangeStart":
            open_ones.add(id)
        elif element.tag == f"{W}commentRangeEnd":
            open_ones.remove(id)
        elif element.tag == f"{W}t":
            words |= {id: words.get(id, "") + (element.text or "") for id in open_ones}
    assert not open_ones
    return {int(id): text for id, text in words.items()}


def article(text: str, *facts: tuple[str, str], evidence: tuple[Piece, ...] = ()) -> HandOver:
    """A hand-over of that text with facts on these words, in these states."""
    spans = [Span(text.index(words), text.index(words) + len(words)) for words, _state in facts]
    marks = [Mark(f"c{n}", span, "claim", "fill", "#56B4E9", n) for n, span in enumerate(spans, 1)]
    handed = [
        HandedFact(
            f"c{n}",
            n,
            "claim",
            span,
            True,
            words,
            state=state,
            evidence=tuple(one.label for one in evidence if n in one.facts),
        )
        for n, (span, (words, state)) in enumerate(zip(spans, facts, strict=True), 1)
    ]
    return HandOver(
        HandedArticle("a.txt", text, "0" * 64, "A title"), tuple(marks), tuple(handed), evidence, annotator="sam"
    )


class TestComments:
    def test_there_is_one_for_each_fact_at_its_words(self) -> None:
        data = story()
        assert [comment.author for comment in docx.Document(BytesIO(data)).comments] == ["sam"] * 3
        assert commented_words(data) == {
            0: "The bell weighs 412 kilos 🔔",
            1: "It cost 58 per cent more than the old one",
            2: "The bell was stolen",
        }

    def test_it_says_number_verdict_state_speaker_and_wording(self) -> None:
        texts = [comment.text for comment in docx.Document(BytesIO(story())).comments]
        assert texts[0].startswith(
            "2 · ✓ supported · ✓ confirmed\nSaid by: Rosa Lind\nE1 supports · document\nFoundry’s"
        )
        assert "3 · ✕ refuted · → change\nRead: “42 per cent”, not “58 per cent”" in texts[1]
        assert "1 piece is confidential and not listed" in texts[1]
        assert "Exception: the editor knows" in texts[2]

    def test_facts_that_overlap_have_ranges_of_their_own(self) -> None:
        handed = article("One two three four five.", ("One two three", "asked"), ("two three four", "change"))
        assert commented_words(written(handed)) == {0: "One two three", 1: "two three four"}

    def test_a_fact_of_two_paragraphs_is_whole(self) -> None:
        handed = article("One two.\n\nThree four.", ("two.\n\nThree", "asked"), ("two", "asked"))
        assert commented_words(written(handed)) == {0: "two.Three", 1: "two"}

    def test_blanks_at_the_edges_are_not_commented(self) -> None:
        handed = article("One two \n\n three.", ("One two \n\n", "asked"), (" \n\n three", "asked"))
        assert commented_words(written(handed)) == {0: "One two", 1: "three"}

    def test_a_fact_that_marks_only_a_newline_has_its_comment_on_its_row(self) -> None:
        handed = article("One.\n\nTwo.", ("\n\n", "asked"), ("Two", "asked"))
        handed = replace(handed, facts=(replace(handed.facts[0], in_full="Nothing at all"), handed.facts[1]))
        assert commented_words(written(handed)) == {0: "Nothing at all", 1: "Two"}

    def test_a_part_of_a_page_that_is_checked_has_one_too(self) -> None:
        handed = article("One.", ("One", "asked"))
        part = replace(handed.marks[0], style="bar")
        assert commented_words(written(replace(handed, marks=(part,)))) == {0: "One"}

    def test_what_is_confidential_is_nowhere(self) -> None:
        archive = ZipFile(BytesIO(story()))
        assert not any(SECRET.encode() in archive.read(name) for name in archive.namelist())


class TestText:
    def test_it_is_that_of_the_article(self) -> None:
        document = docx.Document(BytesIO(story()))
        lines = [one.text for one in document.paragraphs if one.text]
        expected = [line for line in STORY.article.text.split("\n") if line]
        assert lines[: len(expected)] == expected

    def test_words_have_the_shade_of_the_strongest_state_over_them(self) -> None:
        handed = article("One two three four.", ("One two three", "confirmed"), ("two", "change"))
        shades = {
            "".join(run.itertext()): run.find(f"{W}rPr/{W}shd").get(f"{W}fill")
            for run in part(written(handed), "document").iter(f"{W}r")
            if run.find(f"{W}rPr/{W}shd") is not None
        }
        assert shades["One "] == shades[" three"] != shades["two"]

    def test_other_marks_are_lines_and_boxes(self) -> None:
        xml = etree.tostring(part(story(), "document"), encoding="unicode")
        runs = {re.sub("<[^>]*>", "", run): run for run in re.findall(r"<w:r>.*?</w:r>", xml)}
        assert '<w:u w:val="single"/>' in runs["sexton Rosa Lind"]
        assert '<w:u w:val="dotted"/>' in runs["said"]
        assert '<w:u w:val="dash"/>' in runs["“for the whole valley”"]
        assert "<w:bdr " in runs["412 kilos"]

    def test_its_lines_are_numbered_and_those_of_the_sheet_are_not(self) -> None:
        data = story()
        first, last = part(data, "document").iter(f"{W}sectPr")
        assert first.find(f"{W}lnNumType").get(f"{W}countBy") == "1"
        assert last.find(f"{W}lnNumType") is None
        assert int(first.find(f"{W}pgMar").get(f"{W}right")) > 2 * int(last.find(f"{W}pgMar").get(f"{W}right"))

    def test_paragraphs_of_arabic_run_from_right_to_left(self) -> None:
        handed = article("غادرت الحافلات المدينة.\n\nBuses left.", ("الحافلات", "asked"))
        handed = replace(handed, article=replace(handed.article, language="ar", leftwards=True))
        data = written(handed)
        paragraphs = list(part(data, "document").iter(f"{W}p"))
        assert [one.find(f"{W}pPr/{W}bidi") is not None for one in paragraphs[:2]] == [True, False]
        assert all(
            run.find(f"{W}rPr/{W}rtl") is not None
            for run in paragraphs[0].iter(f"{W}r")
            if run.find(f"{W}t") is not None
        )
        assert b'w:bidi="ar-SA"' in ZipFile(BytesIO(data)).read("word/styles.xml")

    def test_characters_that_no_xml_can_hold_are_blanks(self) -> None:
        data = written(article("One\x0ctwo\x00three.", ("two", "asked")))
        assert docx.Document(BytesIO(data)).paragraphs[0].text == "One two three."

    def test_an_article_without_a_text_says_so(self) -> None:
        data = written(HandOver(HandedArticle("a.txt", "", "0" * 64, "a.txt")))
        assert docx.Document(BytesIO(data)).paragraphs[0].text == "The article has no text."


class TestSheet:
    def test_it_has_claims_evidence_queries_criticism_exceptions_and_the_signature(self) -> None:
        document = docx.Document(BytesIO(story()))
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        assert rows[1:] == [
            ["2", "The bell weighs 412 kilograms.", "✓ confirmed", "✓ supported", "E1, E2"],
            ["3", "It cost 58 per cent more than the old one", "→ change", "✕ refuted", "E2"],
            ["1", "The bell was stolen", "○ to check", "– no verdict", "–"],
        ]
        lines = [one.text for one in document.paragraphs]
        after = lines[lines.index("Evidence") :]
        for words in (
            "E1 Foundry’s bill, Foundry, https://foundry.example/412",
            "1 piece is confidential and not listed",
            "3 – Which old bell? (open)",
            "3 – the parish (no reply yet)",
            "☐ 1 – the editor knows",
            "Ines Okoro, 2026-11-28, 18:40 UTC, round 2, with 1 exception",
        ):
            assert words in after
        assert STORY.article.sha256 in "".join(after).replace(" ", "")

    def test_all_who_signed_the_latest_round_stand_on_it(self) -> None:
        signed = signed_by(checked_story(), "Sam Poe", "2026-11-28T18:41:00Z")
        document = docx.Document(BytesIO(written(contents_of(signed, SCHEME, Choices()))))
        lines = [one.text for one in document.paragraphs if one.text]
        assert lines[-2:] == [
            "Ines Okoro, 2026-11-28, 18:40 UTC, round 2, with 1 exception",
            "Sam Poe, 2026-11-28, 18:41 UTC, round 2, with 1 exception",
        ]
        assert lines.count("☐ 1 – the editor knows") == 1

    def test_facts_that_are_open_again_are_told(self) -> None:
        signature = replace(STORY.signatures[0], reopened=(2, 3))
        document = docx.Document(BytesIO(written(replace(STORY, signatures=(signature,)))))
        assert "Open again since it was signed: 2, 3" in [one.text for one in document.paragraphs]

    def test_a_signature_under_another_text_is_told(self) -> None:
        signature = replace(STORY.signatures[0], is_of_this_text=False)
        document = docx.Document(BytesIO(written(replace(STORY, signatures=(signature,)))))
        assert "This signature is under an earlier text, not under this one." in [p.text for p in document.paragraphs]

    def test_the_same_hand_over_is_the_same_document(self) -> None:
        first, second = (ZipFile(BytesIO(written(STORY))) for _time in range(2))
        assert {name: first.read(name) for name in first.namelist()} == {
            name: second.read(name) for name in second.namelist()
        }


class TestFootnotes:
    """The same notes at the foot of the page."""

    def test_each_fact_has_one_under_its_number(self) -> None:
        data = story("docx-footnotes")
        notes = {note.get(f"{W}id"): "".join(note.itertext()) for note in part(data, "footnotes")}
        assert list(notes) == ["-1", "0", "1", "2", "3"]
        assert notes["1"].startswith(" 2 · ✓ supported · ✓ confirmed")
        assert "word/comments.xml" not in ZipFile(BytesIO(data)).namelist()
        marks = [run.getparent().findtext(f"{W}t") for run in part(data, "document").iter(f"{W}footnoteReference")]
        assert marks == ["2", "3", "1"]

    def test_the_library_opens_it_and_the_text_has_the_numbers(self) -> None:
        document = docx.Document(BytesIO(story("docx-footnotes")))
        assert document.paragraphs[2].text == "It cost 58 per cent more than the old one3."

    def test_facts_that_end_at_one_place_have_a_comma_between_their_numbers(self) -> None:
        handed = article("One two.", ("One two", "asked"), ("two", "asked"))
        data = FORMS["docx-footnotes"].file_of(handed)
        assert docx.Document(BytesIO(data)).paragraphs[0].text == "One two1,2."

    def test_they_stand_in_the_order_of_their_marks(self) -> None:
        handed = article("One two three.", ("One two three", "asked"), ("two", "asked"))
        data = FORMS["docx-footnotes"].file_of(handed)
        marks = list(part(data, "document").iter(f"{W}footnoteReference"))
        assert [mark.getparent().findtext(f"{W}t") for mark in marks] == ["2", "1"]
        assert [mark.get(f"{W}id") for mark in marks] == ["1", "2"]
        notes = ["".join(note.itertext()).strip()[:1] for note in part(data, "footnotes")]
        assert notes == ["", "", "2", "1"]

    def test_a_number_of_two_digits_is_read_whole(self) -> None:
        words = [f"Fact{number}" for number in range(1, 13)]
        handed = article(f"{' '.join(words)}.", *((one, "asked") for one in words))
        data = FORMS["docx-footnotes"].file_of(handed)
        run = list(part(data, "document").iter(f"{W}footnoteReference"))[11].getparent()
        assert [text.text for text in run.iter(f"{W}t")] == ["1", "2"]
        assert "Fact11 ¹¹ Fact12 ¹²." in one(EXTRACTOR, data, name="a.docx").text

    def test_the_import_has_their_evidence_for_the_words_before_them(self) -> None:
        found = one(EXTRACTOR, story("docx-footnotes"), name="a.docx")
        sources = {
            (source.title, source.stance, source.page): remark.span.of(found.text)
            for remark in found.remarks
            for source in remark.sources
        }
        assert sources["Foundry’s bill", "supports", ""] == "The bell weighs 412 kilos 🔔"
        assert ("Accounts", "contradicts", "14") in sources


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff"), max_size=30)
PIECES = st.builds(
    Piece,
    label=st.just("E1"),
    stance=st.sampled_from([*STANCES, "", "doubts"]),
    kind=st.sampled_from(["document", "photo", "", "map"]),
    title=WORDS,
    publisher=WORDS,
    link=st.sampled_from(["", "https://a.example/b?c=(d)&e=f.", "http://b.example/,"]),
    archived=st.sampled_from(["", "https://kept.example/1"]),
    quote=st.lists(WORDS, max_size=3).map("\n".join),
    page=WORDS,
    seen=st.sampled_from(["", "2026-11-20"]),
    facts=st.just((1, 2)),
)
FIELDS = ("stance", "kind", "title", "publisher", "link", "archived", "quote", "page", "seen")


class TestRoundTrip:
    """What the program's own import reads back from the document."""

    @given(piece=PIECES)
    @examples(1 / 3)
    def test_no_piece_of_evidence_loses_anything(self, piece: Piece) -> None:
        if not any(getattr(piece, name) for name in FIELDS):
            return
        handed = article("One two three four.", ("two", "asked"), ("four", "change"), evidence=(piece,))
        found = one(EXTRACTOR, written(handed), name="a.docx")
        expected = Source(**{name: getattr(piece, name) for name in FIELDS})
        for words in ("two", "four"):
            assert expected in sources_on(found, words)

    def test_of_a_whole_story_every_fact_has_its_evidence_at_the_same_words(self) -> None:
        found = one(EXTRACTOR, story(), name="a.docx")
        assert found.text.startswith(STORY.article.text)
        assert [source.title for source in sources_on(found, "The bell weighs 412 kilos 🔔")] == [
            *("Foundry’s bill", "Accounts")
        ]
        second = sources_on(found, "It cost 58 per cent more than the old one")
        assert [(source.title, source.page, source.stance, source.link) for source in second] == [
            ("Accounts", "14", "contradicts", ""),
            ("", "", "", "https://bells.example/bill"),
        ]

    def test_evidence_of_a_fact_without_a_place_and_of_none_comes_back_too(self) -> None:
        lost = replace(STORY.facts[2], evidence=("E8",))
        pieces = (Piece("E8", title="A ledger", facts=(1,)), Piece("E9", title="A map of the valley"))
        handed = replace(STORY, facts=(*STORY.facts[:2], lost), evidence=(*STORY.evidence, *pieces))
        found = one(EXTRACTOR, written(handed), name="a.docx")
        assert [source.title for source in sources_on(found, "The bell was stolen")] == ["A ledger"]
        assert [source.title for source in sources_on(found, "E9 A map of the valley")] == ["A map of the valley"]

    def test_the_day_of_the_article_is_that_of_the_document(self) -> None:
        assert one(EXTRACTOR, story(), name="a.docx").about["published"] == "2026-11-26"
        undated = replace(STORY, article=replace(STORY.article, published=""))
        assert "published" not in one(EXTRACTOR, written(undated), name="a.docx").about


def sources_on(found: Extracted, words: str) -> list[Source]:
    """The evidence of the remark on these words."""
    (remark,) = [remark for remark in found.remarks if remark.span.of(found.text) == words]
    return [*remark.sources]


@pytest.mark.parametrize("language", ["de", "pt-BR"])
def test_the_language_of_the_article_is_that_of_the_words(language: str) -> None:
    handed = replace(STORY, article=replace(STORY.article, language=language))
    styles = ZipFile(BytesIO(written(handed))).read("word/styles.xml").decode()
    assert f'<w:lang w:val="{"de-DE" if language == "de" else language}"' in styles
