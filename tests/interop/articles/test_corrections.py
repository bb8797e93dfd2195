"""Deletions in the files themselves: out of the text, and kept with what replaces them."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus.checking.problems import Check
from annotator.interop.articles.extracted import Extracted, Wishes
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.storage.articles.article_reading import read_article
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import read_sidecar, sidecar_path
from tests.interop.articles.files import KINDS, Piece, extractor, imported, line
from tests.interop.articles.kinds.test_word import run
from tests.interop.articles.kinds.test_word import with_body as docx
from tests.interop.articles.taking import one


def corrected(found: Extracted) -> list[tuple[str, str]]:
    """Old and new words of each correction."""
    return [(each.old, found.text[each.start : each.end]) for each in found.corrections]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("pieces", "text", "corrections"),
    [
        (("The mill grew from ", ("deleted", "15"), " 12."), "The mill grew from 12.", [("15", "12")]),
        (("The mill grew to ", ("struck", "30"), " 29 now."), "The mill grew to 29 now.", [("30", "29")]),
        (
            ("The mill has ", ("deleted", "twelve"), ("inserted", "twenty-four"), " months."),
            "The mill has twenty-four months.",
            [("twelve", "twenty-four")],
        ),
        (
            ("The mill has ", ("inserted", "two"), ("deleted", "three"), " or ", ("deleted", "4"), " floors."),
            "The mill has two or floors.",
            [("three", "two"), ("4", "")],
        ),
        (("The mill is ", ("deleted", "very "), "old."), "The mill is old.", [("very", "")]),
    ],
)
def test_in_every_kind_of_file(
    kind: str, pieces: tuple[Piece, ...], text: str, corrections: list[tuple[str, str]]
) -> None:
    found = imported(kind, *pieces)
    assert line(found) == text
    assert corrected(found) == corrections
    (note,) = (note for note in found.notes if "of the article: " in note)
    assert note in found.harmless
    assert all(f"“{old}” → “{new}”" in note if new else f"“{old}”" in note for old, new in corrections)


@pytest.mark.parametrize("kind", ["html", "mail", "epub"])
def test_deleted_paragraphs_of_pages_are_kept_where_they_stood(kind: str) -> None:
    found = imported(kind, "The mill opens.</p><del><p>It closes.</p><p>It burns.</p></del><p>The mill stays.")
    assert "closes" not in found.text
    assert [old for old, _new in corrected(found)] == ["It closes.", "It burns."]
    assert found.corrections[0].start <= found.text.index("The mill stays.")


def test_they_are_in_the_sidecar_below_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(KINDS["docx"](("It grew from ", ("deleted", "15"), " 12.")))
    importer = ArticleImporter(None, built_in_scheme(), Wishes())
    importer.take(tmp_path / "a.docx", "2026-11-22T06:21:20Z")
    (path,) = importer.written
    about = read_sidecar(sidecar_path(path), read_article(path).article).document.article_extra
    assert about["corrections"] == [{"start": 13, "end": 15, "old": "15", "new": "12", "author": "a"}]
    assert [*Check().below(tmp_path)] == []


@pytest.mark.parametrize(
    "markup",
    [
        "<span style='color: red; text-decoration: line-through'>15</span>",
        "<b style='text-decoration-line: underline line-through'>15</b>",
        "<strike>15</strike>",
        "<p:x><s><b>1</b>5</s></p:x>",
    ],
)
def test_pages_strike_out_in_many_ways(markup: str) -> None:
    found = imported("html", f"The mill grew from {markup} 12.")
    assert (line(found), corrected(found)) == ("The mill grew from 12.", [("15", "12")])


def paragraph(text: str, mark: str = "") -> str:
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{run(text)}</w:p>"


class TestWord:
    def test_a_deleted_end_of_a_paragraph_joins_the_next(self) -> None:
        deleted = '<w:del w:id="3" w:author="a"/>'
        body = paragraph("One", deleted) + paragraph(" two", deleted) + paragraph(" three.") + paragraph("Four.")
        assert one(extractor("docx"), docx(body)).text == "One two three.\n\nFour."

    def test_deleted_paragraphs_are_kept_as_one(self) -> None:
        mark, words = "<w:del w:id='3' w:author='a'/>", "<w:del w:id='4'><w:r><w:delText>{}</w:delText></w:r></w:del>"
        gone = "".join(
            f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{words.format(text)}</w:p>" for text in ("One.", "Two.")
        )
        found = one(extractor("docx"), docx(f"{paragraph('Zero.')}{gone}{paragraph('Three.')}"))
        assert (found.text, corrected(found)) == ("Zero.\n\nThree.", [("One. Two.", "")])
        assert found.corrections[0].start == found.text.index("Three.")

    def test_an_inserted_end_of_a_paragraph_stays(self) -> None:
        body = paragraph("One.", '<w:ins w:id="3" w:author="a"/>') + paragraph("Two.")
        assert one(extractor("docx"), docx(body)).text == "One.\n\nTwo."

    def test_what_was_moved_stands_once(self) -> None:
        moved = run("The quay is old.")
        body = f"<w:p><w:moveFrom w:id='1'>{moved}</w:moveFrom></w:p>{paragraph('The mill burns.')}"
        found = one(extractor("docx"), docx(f"{body}<w:p><w:moveTo w:id='2'>{moved}</w:moveTo></w:p>"))
        assert (found.text, found.corrections) == ("The mill burns.\n\nThe quay is old.", ())

    def test_a_style_that_strikes_out_counts(self) -> None:
        struck = "<w:r><w:rPr><w:rStyle w:val='Gone'/></w:rPr><w:t>15</w:t></w:r>"
        found = one(extractor("docx"), docx(f"<w:p>{run('It is ')}{struck}{run(' 12.')}</w:p>", GONE))
        assert (found.text, corrected(found)) == ("It is 12.", [("15", "12")])

    def test_a_deleted_row_is_kept_before_its_table(self) -> None:
        row = "<w:tr>{}<w:tc><w:p>" + run("{}") + "</w:p></w:tc></w:tr>"
        deleted = row.format("<w:trPr><w:del w:id='1' w:author='a'/></w:trPr>", "gone")
        found = one(extractor("docx"), docx(f"{paragraph('a')}<w:tbl>{row.format('', 'kept')}{deleted}</w:tbl>"))
        assert (found.text, corrected(found)) == ("a\n\nkept", [("gone", "")])

    def test_a_deleted_last_row_is_kept_within_the_text(self) -> None:
        struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>gone</w:t></w:r>"
        row = "<w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr>"
        table = f"<w:tbl>{row.format(run('kept'), struck)}{row.format('', struck)}</w:tbl>"
        found = one(extractor("docx"), docx(table))
        assert (found.text, corrected(found)) == ("kept", [("gone", ""), ("gone", "")])
        assert [each.start for each in found.corrections] == [4, 4]

    def test_page_and_column_breaks_glue_no_words(self) -> None:
        breaks = "<w:r><w:br w:type='page'/></w:r>", "<w:r><w:br w:type='column'/></w:r>"
        body = f"<w:p>{run('one')}{breaks[0]}{run('two')}{breaks[1]}{run('three')}</w:p>"
        assert one(extractor("docx"), docx(body)).text.split() == ["one", "two", "three"]


GONE = (
    "<w:style w:type='character' w:styleId='Base'><w:name w:val='Base'/><w:rPr><w:strike/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Gone'><w:name w:val='Gone'/><w:basedOn w:val='Base'/></w:style>"
)
