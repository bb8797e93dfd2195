"""OpenDocument texts: what a reader would read in them, blanks as the format says, nothing blown up."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.kinds.opendocument.extractor import EXTRACTOR
from tests.interop.articles.taking import SCRIPTS, laughing, one, refusal, repacked, taken_or_refused

CONTENT = "content.xml"
URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{name}="{URN}:{last}:1.0"'
    for name, last in [
        *(("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style")),
        ("meta", "meta"),
    ]
)
DELETION = "1 deletion was taken out of the text and kept as a correction of the article: “{}”."
DUBLIN_CORE = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def with_body(xml: str, automatic: str = "", **others: bytes) -> bytes:
    """A document with this in its body."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            CONTENT,
            f"<office:document-content {NAMESPACES} {DUBLIN_CORE}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{xml}</office:text></office:body></office:document-content>",
        )
        for name, data in others.items():
            archive.writestr(f"{name}.xml", data)
    return file.getvalue()


def text_of(xml: str) -> str:
    return one(EXTRACTOR, with_body(xml)).text


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


class TestText:
    def test_what_odfdo_writes_is_read(self) -> None:
        odfdo: Any = pytest.importorskip("odfdo")
        document = odfdo.Document("text")
        document.body.clear()
        document.body.append(odfdo.Header(1, "The harbour"))
        for text in SCRIPTS:
            document.body.append(odfdo.Paragraph(text))
        document.body.append(odfdo.List(["one", "two"]))
        table = odfdo.Table("T", width=2, height=2)
        table.set_values([["a", "b"], ["c", "d"]])
        document.body.append(table)
        noted = odfdo.Paragraph("Two  blanks\tand\nmore")
        noted.insert_note(after="and", note_id="n1", citation="1", body="the note")
        document.body.append(noted)
        document.meta.title = "Harbour"
        file = BytesIO()
        document.save(file)
        article = one(EXTRACTOR, file.getvalue())
        assert article.text.split("\n\n") == [
            *("The harbour", *SCRIPTS, "one", "two", "a\tb\nc\td", "Two  blanks\tand¹\nmore", "¹ the note"),
        ]
        assert article.about["title"] == "Harbour"
        assert article.notes[1:] == (
            "1 footnote or endnote stands at the end of the text, with its mark in it.",
            "The bullets or numbers before 2 paragraphs were left out.",
        )

    @pytest.mark.parametrize(
        ("xml", "text"),
        [
            (p("\n  laid out\n  <text:span> in \n</text:span> XML "), "laid out in XML"),
            (p("a<text:s text:c='3'/>b<text:s/>c"), "a   b c"),
            (p("a<text:tab/>b<text:line-break/>c"), "a\tb\nc"),
            (p("a <text:a>link</text:a> b"), "a link b"),
            (
                p("<text:ruby><text:ruby-base>市</text:ruby-base><text:ruby-text>shi</text:ruby-text></text:ruby>长"),
                "市长",
            ),
            (f"<text:section><text:list><text:list-item>{p('a')}</text:list-item></text:list></text:section>", "a"),
            (p("a<text:change-start/>new<text:change-end/>"), "anew"),
            (
                f"<table:table><table:table-header-rows><table:table-row><table:table-cell>{p('h')}{p('i')}"
                "</table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated='2'>"
                f"{p('x')}</table:table-cell></table:table-row></table:table-header-rows></table:table>",
                "h i\t\tx\tx",
            ),
        ],
    )
    def test_blanks_and_order(self, xml: str, text: str) -> None:
        assert text_of(xml) == text

    @pytest.mark.parametrize(
        ("xml", "note"),
        [
            ("<draw:frame><draw:image/></draw:frame>" * 2, "2 images were left out."),
            ("<draw:frame><draw:object/><draw:image/></draw:frame>", "1 embedded object was left out."),
            ("<draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame>", "1 text box was left out."),
            ("<draw:g><draw:rect><text:p>x</text:p></draw:rect></draw:g>", "1 drawing was left out."),
        ],
    )
    def test_what_is_no_running_text_is_counted(self, xml: str, note: str) -> None:
        article = one(EXTRACTOR, with_body(p(f"a{xml}b")))
        assert (article.text, article.notes) == ("ab", (note,))

    def test_deletions_and_headers(self) -> None:
        deletion = f"<text:changed-region text:id='c1'><text:deletion>{p('gone')}</text:deletion></text:changed-region>"
        styles = (
            f"<office:document-styles {NAMESPACES}><style:header>{p('Courier')}</style:header></office:document-styles>"
        )
        article = one(
            EXTRACTOR,
            with_body(
                f"<text:tracked-changes>{deletion}</text:tracked-changes><text:change text:change-id='c1'/>{p('a')}",
                styles=styles.encode(),
            ),
        )
        assert (article.text, article.notes) == (
            "a",
            (DELETION.format("gone"), "The headers and footers of its pages were left out."),
        )

    @pytest.mark.parametrize("style", ["Title", "P1"])
    def test_the_headline(self, style: str) -> None:
        automatic = "<style:style style:name='P1' style:parent-style-name='Title'/>"
        title = f"<text:p text:style-name='{style}'>"
        article = one(EXTRACTOR, with_body(f"{p('')}{title}One</text:p>{title}Two</text:p>", automatic))
        assert [(part.span.of(article.text), part.role) for part in article.parts] == [("One", "headline")]
        assert article.about["title"] == "One"

    def test_about(self) -> None:
        meta = (
            f"<office:document-meta {NAMESPACES} xmlns:dc='http://purl.org/dc/elements/1.1/'><office:meta>"
            "<dc:title>Harbour</dc:title><dc:creator>Editor</dc:creator><meta:initial-creator>Sam</meta:initial-creator>"
            "<meta:creation-date>2016-12-15T09:00:00</meta:creation-date></office:meta></office:document-meta>"
        )
        about = one(EXTRACTOR, with_body(p("a"), meta=meta.encode())).about
        assert dict(about) == {"title": "Harbour", "byline": "Sam", "published": "2016-12-15"}


class TestHostile:
    @pytest.mark.parametrize("data", [b"PK\3\4" + bytes(99), b"text"])
    def test_what_is_no_document(self, data: bytes) -> None:
        assert refusal(EXTRACTOR, data).sentence == "It is not a zip archive, or it is damaged."

    def test_what_is_empty(self) -> None:
        assert refusal(EXTRACTOR, b"").sentence == "It is empty."

    def test_what_is_missing_or_of_another_kind(self) -> None:
        data = with_body(p("a"))
        assert "missing" in refusal(EXTRACTOR, repacked(data, {CONTENT: None})).sentence
        assert "spreadsheet" in refusal(EXTRACTOR, repacked(data, {CONTENT: b"<x/>"})).sentence
        assert refusal(EXTRACTOR, with_body(p(""))).sentence == "It has no text."

    def test_encrypted(self) -> None:
        manifest = {"META-INF/manifest.xml": b"<manifest:encryption-data/>", CONTENT: b"\1\2"}
        assert refusal(EXTRACTOR, repacked(with_body(p("a")), dict(manifest))).sentence == (
            "It is encrypted. Save it without a password."
        )

    @pytest.mark.parametrize("name", [CONTENT, "meta.xml", "styles.xml"])
    def test_entities_and_bombs_in_every_part(self, name: str) -> None:
        body = f"<office:document-content {NAMESPACES}>{p('&l9;&f;&n;')}</office:document-content>"
        error = refusal(EXTRACTOR, repacked(with_body(p("a")), {name: laughing(body.encode())}))
        assert (error.place, "DOCTYPE" in error.sentence) == (name, True)
        assert (
            "larger than 24 MiB" in refusal(EXTRACTOR, repacked(with_body(p("a")), {name: b" " * 30_000_000})).sentence
        )
        assert refusal(EXTRACTOR, repacked(with_body(p("a")), {name: b"<x>"})).line == 1

    def test_blanks_and_cells_are_not_blown_up(self) -> None:
        assert len(text_of(p("a<text:s text:c='999999999'/>b" * 50))) < 10_000
        cell = f"<table:table-cell table:number-columns-repeated='999999999'>{p('x')}</table:table-cell>"
        assert len(text_of(f"<table:table><table:table-row>{cell * 9}</table:table-row></table:table>")) < 10_000
        assert text_of(p("a<text:s text:c='-7'/>b<text:s text:c='x'/>c")) == "a b c"

    def test_deep_nesting_and_many_elements(self) -> None:
        assert (
            "levels deep"
            in refusal(EXTRACTOR, with_body("<text:section>" * 100_000 + "</text:section>" * 100_000)).sentence
        )
        assert "elements" in refusal(EXTRACTOR, with_body("<text:p/>" * 600_000)).sentence
        spans = "<text:span>" * 150 + "a" + "</text:span>" * 150
        assert len(text_of(p(spans) * 1000).split("\n\n")) == 1000

    @given(st.data())
    def test_truncated_or_with_other_bytes(self, data: st.DataObject) -> None:
        whole = with_body(p("a"))
        place = data.draw(st.integers(0, len(whole) - 1))
        taken_or_refused(EXTRACTOR, whole[:place])
        taken_or_refused(EXTRACTOR, whole[:place] + data.draw(st.binary(min_size=1, max_size=8)) + whole[place + 4 :])
