"""Word documents: everything a reader would read in them, in its order, and nothing else without a word."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.articles.kinds.word.extractor import EXTRACTOR
from tests.interop.articles.taking import SCRIPTS, laughing, one, refusal, repacked, taken_or_refused
from tests.support.running.examples import examples

DOCUMENT = "word/document.xml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DELETION = "1 deletion was taken out of the text and kept as a correction of the article: “{}”."
NEVER = "\ufeff\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
PARAGRAPH = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NEVER)).filter(str.strip)


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def an_empty_one() -> bytes:
    """Return the library's empty document without looks of tables and pictures, which take most of the time to read."""
    data = saved(docx.Document())
    styles = ZipFile(BytesIO(data)).read("word/styles.xml")
    without = re.sub(rb'<w:style w:type="table".*?</w:style>', b"", styles, flags=re.DOTALL)
    unused = dict.fromkeys(("word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"))
    return repacked(data, {"word/styles.xml": without, **unused})


def with_body(xml: str, styles: str = "", **others: str) -> bytes:
    """A document with this in its body, with more styles and with other parts such as “comments”."""
    document = f"<w:document {NAMESPACES}><w:body>{xml}</w:body></w:document>"
    parts = {f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{part}</w:{name}>".encode() for name, part in others.items()}
    if styles:
        parts["word/styles.xml"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>".encode()
    return repacked(an_empty_one(), {DOCUMENT: document.encode(), **parts})


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_of(xml: str) -> str:
    return one(EXTRACTOR, with_body(xml)).text


class TestText:
    def test_paragraphs_headings_and_tables_in_their_order(self) -> None:
        document = docx.Document()
        document.add_paragraph("")
        document.add_paragraph(" The harbour opens ", style="Title")
        document.add_heading("First", 1)
        table = document.add_table(2, 3)
        for cell, words in zip(table._cells, ["a", "", "1\u00a0204", "b\nc", "", ""], strict=True):
            cell.text = words
        table.cell(1, 1).merge(table.cell(1, 2)).text = "wide"
        for text in SCRIPTS:
            document.add_paragraph(text)
        document.add_paragraph("The end", style="Title")
        article = one(EXTRACTOR, saved(document))
        assert article.text.split("\n\n") == [
            *("The harbour opens", "First", "a\t\t1\u00a0204\nb c\twide"),
            *(*SCRIPTS, "The end"),
        ]
        assert [(part.span.of(article.text), part.role) for part in article.parts] == [
            ("The harbour opens", "headline")
        ]
        assert article.name == "story"

    @examples(1 / 3)
    @given(st.lists(PARAGRAPH, min_size=1, max_size=4))
    def test_what_is_written_is_read(self, paragraphs: list[str]) -> None:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        assert one(EXTRACTOR, saved(document)).text == "\n\n".join(text.strip() for text in paragraphs)

    def test_blanks_tabs_and_line_breaks_within_a_paragraph(self) -> None:
        assert text_of(
            f"<w:p>{run('a')}{run(' ')}{run('b  c')}<w:r><w:tab/><w:t>d</w:t><w:br/><w:t>e</w:t></w:r></w:p>"
        ) == ("a b  c\td\ne")

    @pytest.mark.parametrize(
        ("xml", "text"),
        [
            (f"<w:p>{run('a ')}<w:ins w:id='1'>{run('new')}</w:ins></w:p>", "a new"),
            (f"<w:p>{run('a ')}<w:moveTo w:id='1'>{run('moved')}</w:moveTo></w:p>", "a moved"),
            (f"<w:p><w:hyperlink>{run('link')}</w:hyperlink>{run(' b')}</w:p>", "link b"),
            (f"<w:p><w:fldSimple w:instr='DATE'>{run('today')}</w:fldSimple></w:p>", "today"),
            (f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('7')}</w:p>", "7"),
            (f"<w:sdt><w:sdtPr/><w:sdtContent><w:p>{run('held')}</w:p></w:sdtContent></w:sdt>", "held"),
            (f"<w:p><w:sdt><w:sdtContent><w:smartTag>{run('tag')}</w:smartTag></w:sdtContent></w:sdt></w:p>", "tag"),
            (
                f"<w:p><w:r><w:ruby><w:rt>{run('shi')}</w:rt><w:rubyBase>{run('市')}</w:rubyBase></w:ruby></w:r></w:p>",
                "市",
            ),
            (f"<w:p><w:pPr><w:rPr><w:ins/><w:del/></w:rPr></w:pPr>{run('a')}</w:p>", "a"),
            ("<w:p><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>seen</w:t></w:r></w:p>", "seen"),
        ],
    )
    def test_what_is_wrapped_is_read(self, xml: str, text: str) -> None:
        article = one(EXTRACTOR, with_body(xml))
        assert article.text == text
        assert article.notes[2:] == ()

    @pytest.mark.parametrize(
        ("xml", "note"),
        [
            ("<w:del w:id='1'><w:r><w:delText>old</w:delText></w:r></w:del>", DELETION.format("old")),
            (f"<w:moveFrom>{run('x')}</w:moveFrom>" * 2, DELETION.format("xx")),
            ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "1 hidden passage was left out."),
            ("<w:r><w:footnoteReference w:id='1'/></w:r>" * 3, "3 footnotes were left out."),
            ("<w:r><w:endnoteReference w:id='1'/></w:r>", "1 endnote was left out."),
            ("<w:r><w:commentReference w:id='1'/></w:r>", "1 comment was left out."),
            ("<w:r><w:drawing><pic:pic/></w:drawing></w:r>", "1 image was left out."),
            ("<w:r><w:pict><v:imagedata/></w:pict></w:r>", "1 image was left out."),
            ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "1 equation was left out."),
            ("<w:r><w:sym w:char='F04A'/></w:r>", "1 symbol was left out."),
            (
                "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>x</w:t></w:r></w:p>"
                "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent/></w:pict></mc:Fallback>"
                "</mc:AlternateContent></w:r>",
                "1 text box was left out.",
            ),
        ],
    )
    def test_what_is_no_running_text_is_counted(self, xml: str, note: str) -> None:
        article = one(EXTRACTOR, with_body(f"<w:p>{run('a')}{xml}{run('b')}</w:p>"))
        assert article.text == "ab"
        assert article.notes[2:] == (note,)

    def test_comments_are_counted_with_their_writers_and_days(self) -> None:
        document = docx.Document()
        paragraph = document.add_paragraph("The harbour opens")
        for writer in ("Ana Ruiz", "Sam Lee", "Ana Ruiz"):
            document.add_comment(paragraph.runs, "Sure?", writer)
        days = iter(("2024-05-01", "2024-05-02", "2024-05-03"))
        (part,) = [part for part in document.part.package.iter_parts() if str(part.partname).endswith("/comments.xml")]
        data = saved(document)
        xml = re.sub(rb'w:date="[^"]*"', lambda _at: f'w:date="{next(days)}T09:00:00Z"'.encode(), part.blob)
        article = one(EXTRACTOR, repacked(data, {"word/comments.xml": xml}))
        assert article.notes[2:] == (
            "3 comments by Ana Ruiz (2024-05-01 – 2024-05-03), Sam Lee (2024-05-02) came in as notes on the words that "
            "they are about.",
        )

    def test_comments_that_are_damaged_are_counted(self) -> None:
        document = docx.Document()
        document.add_comment(document.add_paragraph("text").runs, "Sure?", "Ana Ruiz")
        article = one(EXTRACTOR, repacked(saved(document), {"word/comments.xml": b"<w"}))
        assert article.notes[2:] == ("1 comment was left out.",)

    def test_deleted_rows_bullets_and_headers(self) -> None:
        document = docx.Document()
        document.add_paragraph("one", style="List Bullet")
        document.add_paragraph("two", style="List Number")
        document.sections[0].header.paragraphs[0].text = "Courier"
        table = document.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "kept", "gone"
        row = table.rows[1]._tr
        row.get_or_add_trPr().append(docx.oxml.OxmlElement("w:del"))
        article = one(EXTRACTOR, saved(document))
        assert article.text == "one\n\ntwo\n\nkept"
        assert article.notes[2:] == (
            DELETION.format("gone"),
            "The bullets or numbers before 2 paragraphs were left out.",
            "The headers and footers of its pages were left out.",
        )


class TestAbout:
    def test_it_comes_from_the_properties(self) -> None:
        document = docx.Document()
        core = document.core_properties
        core.title, core.author, core.created = "Harbour\topens", "Sam Reed", datetime(2016, 12, 15, 9)
        document.add_paragraph("text")
        article = one(EXTRACTOR, saved(document))
        assert dict(article.about) == {"title": "Harbour opens", "byline": "Sam Reed", "published": "2016-12-15"}
        assert article.notes == (
            "The byline is “Sam Reed”, the author whom the document’s properties name.",
            "The day of publication is 2016-12-15, on which the document was created, as its properties say.",
        )
        assert re.fullmatch(r"python-docx \d.*", article.made_by)

    def test_the_headline_is_the_title_where_there_is_no_other(self) -> None:
        document = docx.Document()
        document.add_paragraph("Harbour opens", style="Title")
        assert one(EXTRACTOR, saved(document)).about["title"] == "Harbour opens"

    def test_nothing_is_made_up_where_there_are_none(self) -> None:
        data = repacked(with_body(f"<w:p>{run('a')}</w:p>"), {"docProps/core.xml": None})
        assert (dict(one(EXTRACTOR, data).about), one(EXTRACTOR, data).notes) == ({}, ())


class TestKinds:
    def test_strict_open_xml(self) -> None:
        data = with_body(f"<w:p>{run('strict')}</w:p>")
        with ZipFile(BytesIO(data)) as archive:
            members = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
        for usual, strict in (
            ("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"),
            ("schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"),
        ):
            members = {name: content.replace(usual.encode(), strict.encode()) for name, content in members.items()}
        assert one(EXTRACTOR, repacked(data, dict(members))).text == "strict"

    def test_pictures_and_templates_that_are_elsewhere_or_missing_are_not_asked_for(self) -> None:
        name = "word/_rels/document.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        relations = "".join(
            f'<Relationship Id="r{number}" Type="{kind}/{what}" Target="{target}"/>'
            for number, (what, target) in enumerate(
                [
                    ("image", "NULL"),
                    ("styles", "../../../etc/passwd"),
                    ("styles", 'http://localhost:9/" TargetMode="External'),
                ]
            )
        )
        xml = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
        assert one(EXTRACTOR, repacked(with_body(f"<w:p>{run('a')}</w:p>"), {name: xml.encode()})).text == "a"

    def test_media_is_never_unpacked(self) -> None:
        data = with_body(f"<w:p>{run('a')}</w:p>")
        assert one(EXTRACTOR, repacked(data, {"word/media/image1.png": bytes(70_000_000)})).text == "a"


class TestHostile:
    @pytest.mark.parametrize("data", [b"PK", b"PK\3\4" + bytes(range(256)), b"plain text", bytes(1000)])
    def test_what_is_no_document(self, data: bytes) -> None:
        assert refusal(EXTRACTOR, data).sentence == "It is not a zip archive, or it is damaged."

    def test_what_is_empty(self) -> None:
        assert refusal(EXTRACTOR, b"").sentence == "It is empty."

    def test_old_or_encrypted(self) -> None:
        assert refusal(EXTRACTOR, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)).sentence == (
            "It is encrypted or an old Word document. Save it as .docx, without a password."
        )

    @pytest.mark.parametrize("missing", [DOCUMENT, "[Content_Types].xml", "_rels/.rels"])
    def test_what_is_missing(self, missing: str) -> None:
        assert refusal(EXTRACTOR, repacked(with_body("<w:p/>"), {missing: None})).sentence

    @pytest.mark.parametrize(
        "xml",
        [b"", b"<x/>", b"<w:document", "<x>é".encode("latin-1"), b'<?xml version="1.0" encoding="none"?><x/>'],
    )
    @pytest.mark.parametrize(
        "name", [DOCUMENT, "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/styles.xml"]
    )
    def test_broken_parts(self, name: str, xml: bytes) -> None:
        taken_or_refused(EXTRACTOR, repacked(with_body(f"<w:p>{run('a')}</w:p>"), {name: xml}))

    @pytest.mark.parametrize(
        "name", [DOCUMENT, "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/styles.xml"]
    )
    def test_entities_and_bombs_in_every_part(self, name: str) -> None:
        data = with_body(f"<w:p>{run('a')}</w:p>")
        body = f"<w:document {NAMESPACES}><w:body><w:p>{run('&l9;&f;&n;')}</w:p></w:body></w:document>"
        error = refusal(EXTRACTOR, repacked(data, {name: laughing(body.encode())}))
        assert (error.place, "DOCTYPE" in error.sentence) == (name, True)
        assert "larger than 24 MiB" in refusal(EXTRACTOR, repacked(data, {name: b" " * 30_000_000})).sentence

    def test_a_hundred_thousand_levels(self) -> None:
        deep = f"<w:document {NAMESPACES}><w:body>{'<w:ins>' * 100_000}{'</w:ins>' * 100_000}</w:body></w:document>"
        error = refusal(EXTRACTOR, repacked(with_body("<w:p/>"), {DOCUMENT: deep.encode()}))
        assert (error.place, "levels deep" in error.sentence) == (DOCUMENT, True)

    def test_no_text(self) -> None:
        assert refusal(EXTRACTOR, with_body("<w:p/><w:tbl/>")).sentence == "It has no text."

    def test_ten_thousand_paragraphs(self) -> None:
        assert len(text_of(f"<w:p>{run('words ' * 20)}</w:p>" * 10_000).split("\n\n")) == 10_000

    @examples(1 / 2)
    @given(st.data())
    def test_truncated_or_with_other_bytes(self, data: st.DataObject) -> None:
        whole = with_body(f"<w:p>{run('a')}</w:p>")
        place = data.draw(st.integers(0, len(whole) - 1))
        taken_or_refused(EXTRACTOR, whole[:place])
        taken_or_refused(EXTRACTOR, whole[:place] + data.draw(st.binary(min_size=1, max_size=8)) + whole[place + 4 :])


@pytest.mark.parametrize("kind", ["page", "column", "textWrapping"])
def test_a_break_of_page_or_column_divides_the_words(kind: str) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("the last line")
    run.add_break({"page": WD_BREAK.PAGE, "column": WD_BREAK.COLUMN}.get(kind, WD_BREAK.LINE))
    run.add_text("next page")
    file = BytesIO()
    document.save(file)
    assert one(EXTRACTOR, file.getvalue()).text == "the last line\nnext page"
