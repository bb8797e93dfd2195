"""Footnotes and endnotes: at the end of the text as parts, with their marks in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.interop.articles.extracted import Extracted
from tests.interop.articles.files import MORE, extractor, imported
from tests.interop.articles.kinds.test_epub import book, chapter
from tests.interop.articles.kinds.test_opendocument import p as odt_paragraph
from tests.interop.articles.kinds.test_opendocument import with_body as odt
from tests.interop.articles.kinds.test_rtf import rtf
from tests.interop.articles.kinds.test_word import run
from tests.interop.articles.kinds.test_word import with_body as docx
from tests.interop.articles.pages import roles
from tests.interop.articles.taking import one

TEXT = "The toll was 3,200 ¹ by Friday.² It rose.\n\n¹ Ministry of Ports, report 7.\n\n² A second note."
NOTES = [("footnote", "¹ Ministry of Ports, report 7."), ("footnote", "² A second note.")]


def docx_note(id: int, text: str, kind: str = "footnote") -> str:
    mark = f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:{kind}Ref/></w:r>"
    return f"<w:{kind} w:id='{id}'><w:p>{mark}{run(' ' + text)}</w:p></w:{kind}>"


def docx_reference(id: int, kind: str = "footnote", more: str = "") -> str:
    look = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
    return (
        f"<w:r>{look}<w:{kind}Reference w:id='{id}'{' ' if more else ''}{more}</w:r>"
        if more
        else (f"<w:r>{look}<w:{kind}Reference w:id='{id}'/></w:r>")
    )


def in_docx() -> Extracted:
    body = (
        f"<w:p>{run('The toll was 3,200')}{docx_reference(4)}{run(' by Friday.')}{docx_reference(2)}"
        f"{run(' It rose.')}</w:p>"
    )
    separator = "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    notes = separator + docx_note(2, "A second note.") + docx_note(4, "Ministry of Ports, report 7.")
    return one(extractor("docx"), docx(body, footnotes=notes))


def odt_note(mark: str, text: str, kind: str = "footnote") -> str:
    body = f"<text:note-body>{odt_paragraph(text)}</text:note-body>"
    return f"<text:note text:note-class='{kind}'><text:note-citation>{mark}</text:note-citation>{body}</text:note>"


def in_odt() -> Extracted:
    first, second = odt_note("1", "Ministry of Ports, report 7."), odt_note("2", "A second note.")
    return one(extractor("odt"), odt(odt_paragraph(f"The toll was 3,200{first} by Friday.{second} It rose.")))


def in_rtf() -> Extracted:
    note = r"{{\super\chftn}}{{\footnote\pard\plain {{\super\chftn}} {}}}"
    first, second = note.format("Ministry of Ports, report 7."), note.format("A second note.")
    return one(extractor("rtf"), rtf(f"The toll was 3,200{first} by Friday.{second} It rose.\\par"))


@pytest.mark.parametrize("found", [in_docx, in_odt, in_rtf])
def test_they_stand_at_the_end_with_their_marks_in_the_text(found: Callable[[], Extracted]) -> None:
    article = found()
    assert article.text == TEXT
    assert roles(article) == NOTES
    note = "2 footnotes and endnotes stand at the end of the text, with their marks in it."
    assert note in article.notes
    assert note in article.harmless


def test_endnotes_of_word_have_their_numerals() -> None:
    body = f"<w:p>{run('It fell by 40')}{docx_reference(1, 'endnote')}{run('.')}</w:p>"
    article = one(extractor("docx"), docx(body, endnotes=docx_note(1, "Ask the port.", "endnote")))
    assert article.text == "It fell by 40 [i].\n\n[i] Ask the port."


def test_a_mark_that_the_author_typed_is_kept() -> None:
    mark = "<w:r><w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
    article = one(
        extractor("docx"), docx(f"<w:p>{run('It fell')}{mark}{run('.')}</w:p>", footnotes=docx_note(1, "Really."))
    )
    assert article.text == "It fell*.\n\n* Really."
    typed = one(extractor("rtf"), rtf(r"It fell{\super a}{\footnote {\super a} Really.}.\par"))
    assert typed.text == "It fella.\n\na Really."


def test_a_note_whose_mark_is_deleted_is_gone() -> None:
    body = f"<w:p>{run('It fell')}<w:del w:id='5'>{docx_reference(1)}</w:del>{run('.')}{docx_reference(2)}</w:p>"
    article = one(extractor("docx"), docx(body, footnotes=docx_note(1, "Gone.") + docx_note(2, "Kept.")))
    assert article.text == "It fell.¹\n\n¹ Kept."


def test_notes_that_are_missing_are_counted() -> None:
    article = one(extractor("docx"), docx(f"<w:p>{run('It fell')}{docx_reference(9)}{run('.')}</w:p>"))
    assert article.text == "It fell."
    assert "1 footnote was left out." in article.notes


def test_a_note_of_several_paragraphs_with_a_deletion_in_it() -> None:
    note = r"{\footnote\pard It was {\strike 15} 12.\par More.}"
    article = one(extractor("rtf"), rtf(f"It fell{note}.\\par"))
    assert article.text == "It fell¹.\n\n¹ It was 12.\n\nMore."
    (correction,) = article.corrections
    assert (correction.old, article.text[correction.start : correction.end]) == ("15", "12")


PAGES = {
    "a list": (
        "<p>The toll was 3,200<sup><a href='#n1' id='r1'>1</a></sup> by Friday.<sup><a href='#n2'>2</a></sup> "
        "It rose.</p>",
        "<ol><li id='n1'><p>Ministry of Ports, report 7. <a href='#r1'>↩</a></p></li>"
        "<li id='n2'>A second note.</li></ol>",
    ),
    "paragraphs with their marks": (
        "<p>The toll was 3,200<a href='#n1' id='r1'><sup>1</sup></a> by Friday.<a href='#n2' id='r2'><sup>2</sup></a> "
        "It rose.</p>",
        "<p id='n1'><a href='#r1'>1</a>. Ministry of Ports, report 7.</p>"
        "<p><a id='n2' href='#r2'><sup>2</sup></a> A second note.</p>",
    ),
    "said by type": (
        "<p>The toll was 3,200<a epub:type='noteref' href='#n1'>1</a> by Friday.<a role='doc-noteref' href='#n2'>2</a> "
        "It rose.</p>",
        "<aside hidden='' id='n1'><p>Ministry of Ports, report 7.</p></aside><aside id='n2'>A second note.</aside>",
    ),
}


@pytest.mark.parametrize("kind", ["html", "epub", "mail"])
@pytest.mark.parametrize("page", PAGES)
def test_those_of_pages_are_known_by_the_links_to_them(kind: str, page: str) -> None:
    text, notes = PAGES[page]
    article = imported(kind, f"{MORE}</p>{text}{notes}<p>{MORE} Again.")
    blocks = article.text.split("\n\n")
    assert "The toll was 3,200 ¹ by Friday.² It rose." in blocks
    assert blocks[-2:] == [words for _role, words in NOTES]
    assert roles(article)[-2:] == NOTES
    note = "2 footnotes and endnotes stand at the end of the text, with their marks in it."
    assert note in article.notes
    assert note in article.harmless


def test_notes_that_stand_before_the_text_come_at_the_end() -> None:
    text, notes = PAGES["said by type"]
    assert roles(imported("html", f"{MORE}</p>{notes}{text}<p>{MORE} Again.")) == NOTES


def test_notes_in_another_file_of_a_book() -> None:
    chapters = {
        "one.xhtml": chapter("One", "It fell by 40<a epub:type='noteref' href='notes.xhtml#n1'>1</a>."),
        "notes.xhtml": chapter("Notes", "Not a note.").replace("</body>", "<p id='n1'>Ask the port.</p></body>"),
    }
    article = one(extractor("epub"), book(chapters))
    assert article.text == "One\n\nIt fell by 40 ¹.\n\nNotes\n\nNot a note.\n\n¹ Ask the port."
    assert roles(article) == [("footnote", "¹ Ask the port.")]


@pytest.mark.parametrize(
    "markup",
    [
        "It goes on.<a href='#p2'>2</a></p><p id='p2'>Page two of the story.",
        "<a href='#top'>Up</a> It goes on.</p><p id='top'>Page two of the story.",
        "It goes on <sup><a href='#gone'>3</a></sup> here.</p><p>Page two of the story.",
    ],
)
def test_other_links_make_no_notes(markup: str) -> None:
    article = imported("epub", markup)
    assert roles(article) == []
    assert article.text.endswith("Page two of the story.")


def test_bracketed_marks_stay_as_they_are() -> None:
    markup = (
        "It fell by 40<sup id='c1' class='reference'><a href='#n1'>[1]</a></sup>.</p><ol><li id='n1'><b>"
        "<a href='#c1'>^</a></b> Ask the port.</li></ol><p>The end."
    )
    assert imported("epub", markup).text == "One\n\nIt fell by 40 [1].\n\nThe end.\n\n[1] Ask the port."
