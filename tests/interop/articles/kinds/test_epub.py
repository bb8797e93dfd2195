"""Books: chapters in their order, what the book tells of itself, and nothing from outside of it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

import pytest

from annotator.interop.articles.extracted import Wishes
from annotator.interop.articles.kinds.epub.extractor import EXTRACTOR
from annotator.interop.foreign.errors import ForeignError
from tests.interop.articles.pages import ARABIC, CHINESE, EMOJI, ENGLISH, only, roles

CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
ABOUT = """<dc:title>The siege</dc:title><dc:title>A second title</dc:title><dc:creator>Ines Okoro</dc:creator>
<dc:creator>Sam Reyes</dc:creator><dc:publisher>Norhaven Press</dc:publisher><dc:date>2016-12-15T00:00:00Z</dc:date>"""
DOCTYPE = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd" '
    '[<!ENTITY own SYSTEM "file:///etc/passwd">]>'
)


def chapter(heading: str, *texts: str, head: str = "<title/>") -> str:
    body = f"<h2>{heading}</h2>" + "".join(f"<p>{text}</p>" for text in texts)
    return (
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>{head}</head><body>{body}</body></html>'
    )


CHAPTERS = {
    "text/one.xhtml": chapter("One", ENGLISH, "<a id='x'/>Caf&eacute;&nbsp;2<br/>next"),
    "text/two two.xhtml": chapter("第二章", CHINESE, EMOJI),
    "three.xhtml": chapter("٣", ARABIC),
}


def package(chapters: Mapping[str, str], about: str = ABOUT, more: str = "", order: str = "") -> str:
    items = "".join(
        f'<item id="c{n}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = order or "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return (
        f'<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{about}'
        f"</metadata><manifest>{items}{more}</manifest><spine>{spine}</spine></package>"
    )


def book(chapters: Mapping[str, str] = CHAPTERS, opf: str = "", **more: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", opf or package(chapters))
        for name, text in chapters.items():
            archive.writestr(f"OEBPS/{name}", text)
        for name, text in more.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def refusal(data: bytes) -> ForeignError:
    with pytest.raises(ForeignError) as error:
        list(EXTRACTOR.extract(data, "book.epub", Wishes()))
    assert error.value.sentence.endswith(".")
    return error.value


def test_chapters_in_their_order_with_their_headings() -> None:
    extracted = only(EXTRACTOR, book(), "book.epub")
    assert extracted.text.split("\n\n") == [
        *("One", ENGLISH, "Café\u00a02\nnext", "第二章", CHINESE, EMOJI, "٣", ARABIC),
    ]
    assert extracted.notes == ()
    assert extracted.name == "The siege"


def test_the_spine_tells_the_order_and_each_chapter_comes_once() -> None:
    order = '<itemref idref="c2"/><itemref idref="c0"/>' + '<itemref idref="c2"/>' * 1000
    text = only(EXTRACTOR, book(opf=package(CHAPTERS, order=order)), "book.epub").text
    assert text.startswith(f"٣\n\n{ARABIC}\n\nOne")
    assert text.count(ARABIC) == 1


def test_what_the_book_tells_of_itself() -> None:
    assert only(EXTRACTOR, book(), "book.epub").about == {
        "title": "The siege",
        "byline": "Ines Okoro; Sam Reyes",
        "outlet": "Norhaven Press",
        "published": "2016-12-15",
    }
    bare = only(EXTRACTOR, book(opf=package(CHAPTERS, "<dc:date>2016</dc:date>")), "story.epub")
    assert (bare.about, bare.name) == ({}, "story")


def test_entities_and_document_types_of_chapters_look_nothing_up() -> None:
    text = only(EXTRACTOR, book({"a.xhtml": DOCTYPE + chapter("A", f"&own; {ENGLISH}")}), "book.epub").text
    assert ENGLISH in text
    assert "root:" not in text


def test_pictures_captions_and_chapters_that_are_none_are_told() -> None:
    figure = "<figure><img src='a.png'/><figcaption>The quay</figcaption></figure>"
    more = '<item id="p" href="p.svg" media-type="image/svg+xml"/>'
    order = '<itemref idref="c0"/><itemref idref="p"/><itemref idref="nowhere"/>'
    chapters = {"a.xhtml": chapter("A", ENGLISH + figure)}
    extracted = only(EXTRACTOR, book(chapters, package(chapters, more=more, order=order)), "book.epub")
    assert roles(extracted) == [("caption", "The quay")]
    assert extracted.notes == (
        "1 image was left out.",
        "2 chapters were left out: no text, or not in the book.",
    )


def test_the_table_of_contents_is_a_page_part() -> None:
    chapters = {**CHAPTERS, "nav.xhtml": chapter("Contents", "<a href='one.xhtml'>One</a>")}
    opf = package(chapters).replace('href="nav.xhtml"', 'href="nav.xhtml" properties="nav"')
    extracted = only(EXTRACTOR, book(chapters, opf), "book.epub")
    assert "Contents" not in extracted.text
    assert extracted.notes == ("2 lines were left out with the table of contents.",)
    with_it = only(EXTRACTOR, book(chapters, opf), "book.epub", page_parts=True)
    assert roles(with_it) == [("navigation", "Contents"), ("navigation", "One")]


@pytest.mark.parametrize(
    "href", ["../../etc/passwd", "/etc/passwd", "http://elsewhere.example/a.xhtml", "../../../x", ""]
)
def test_a_chapter_that_lies_elsewhere_is_not_read(href: str) -> None:
    opf = package(CHAPTERS).replace('href="three.xhtml"', f'href="{href}"')
    extracted = only(EXTRACTOR, book(opf=opf, **{"../etc/passwd": "root: x"}), "book.epub")
    assert "root:" not in extracted.text
    assert any(note.startswith("1 chapter was left out") for note in extracted.notes)
    assert "1 file was left out for an unsafe path." in extracted.notes


class TestBadBooks:
    def test_no_archive(self) -> None:
        assert "not a zip archive" in refusal(b"PK\3\4").sentence
        assert "It is empty" in refusal(b"").sentence
        assert "not a zip archive" in refusal(book()[:400]).sentence

    def test_another_archive(self) -> None:
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("word/document.xml", "<x/>")
        assert "not an EPUB book" in refusal(buffer.getvalue()).sentence

    def test_a_package_with_entities(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + package(CHAPTERS, "&b;")
        assert refusal(book(opf=bomb)).place == "OEBPS/content.opf"

    def test_a_package_that_is_no_xml(self) -> None:
        assert refusal(book(opf="<package><metadata>")).place == "OEBPS/content.opf"

    def test_a_book_without_words(self) -> None:
        assert "no text" in refusal(book({"a.xhtml": chapter("")})).sentence
        assert "no text" in refusal(book({})).sentence

    def test_chapters_too_deep_and_too_large(self) -> None:
        error = refusal(book({"a.xhtml": "<html><body>" + "<div>" * 5000 + "x"}))
        assert (error.place, "nested" in error.sentence) == ("OEBPS/a.xhtml", True)
        error = refusal(book({"a.xhtml": "a" * (64 * 1024 * 1024 + 1)}))
        assert (error.place, "larger than 64 MiB" in error.sentence) == ("OEBPS/a.xhtml", True)

    def test_a_protected_book(self) -> None:
        encryption = """<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherReference
            URI="OEBPS/three.xhtml"/></encryption>"""
        error = refusal(book(**{"META-INF/encryption.xml": encryption}))
        assert "protected against copying" in error.sentence
        fonts = encryption.replace("three.xhtml", "font.otf")
        assert ENGLISH in only(EXTRACTOR, book(**{"META-INF/encryption.xml": fonts}), "book.epub").text


def test_hidden_paragraphs_are_told_of() -> None:
    told = chapter("One", ENGLISH, "<span hidden='hidden'>The toll was corrected later.</span>")
    extracted = only(EXTRACTOR, book({"one.xhtml": told}), "1.epub")
    assert "corrected" not in extracted.text
    assert "1 hidden passage was left out." in extracted.notes
