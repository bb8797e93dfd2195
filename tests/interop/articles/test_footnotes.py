"""Footnotes and endnotes: at the end of the text as parts, with their marks in it."""

from __future__ import annotations

import pytest

from annotator.interop.articles.extracted import Extracted
from tests.interop.articles.files import extractor
from tests.interop.articles.kinds.test_opendocument import p as odt_paragraph
from tests.interop.articles.kinds.test_opendocument import with_body as odt
from tests.interop.articles.kinds.test_rtf import rtf
from tests.interop.articles.kinds.test_word import run
from tests.interop.articles.kinds.test_word import with_body as docx
from tests.interop.articles.pages import roles
from tests.interop.articles.taking import one

COUNTED = "2 footnotes and endnotes stand at the end of the text, with their marks in them."
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
def test_they_stand_at_the_end_with_their_marks_in_the_text(found: type) -> None:
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
