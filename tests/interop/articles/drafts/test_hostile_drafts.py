"""Drafts that are damaged, or made to do harm: a sentence or the text, nothing lost in silence, nothing for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from annotator.interop.articles.extracted import Extracted, Wishes
from tests.interop.articles.drafts import word_shapes
from tests.interop.articles.drafts.notation import Draft, Said
from tests.interop.articles.drafts.odt_shapes import LOEXT
from tests.interop.articles.drafts.odt_shapes import written as odt
from tests.interop.articles.drafts.taking_drafts import remarks
from tests.interop.articles.drafts.word_shapes import LIBREOFFICE, written
from tests.interop.articles.files import extractor
from tests.interop.articles.kinds.test_opendocument import p as odt_paragraph
from tests.interop.articles.kinds.test_opendocument import with_body as with_odt_body
from tests.interop.articles.kinds.test_word import run, with_body
from tests.interop.articles.taking import one, repacked

DRAFT = Draft(
    ["The toll was [a:3,200:a] by Friday."],
    {"a": Said("Ana", "Sure?"), "b": Said("Sam", "Yes.", answers="a"), "c": Said("Ana", "Good.", answers="b")},
)
NO_PLACE = "A comment has no place in the text and was left out: “{}”."
LIMIT, MANY = 2_000, 2_400
"""A lower limit of comments, and more than that."""


def docx(data: bytes) -> Extracted:
    return one(extractor("docx"), data)


@pytest.mark.parametrize("content", [None, b"<broken", b"", b"<other/>"])
def test_without_the_part_on_replies_each_comment_stands_alone(content: bytes | None) -> None:
    article = docx(repacked(written(DRAFT, LIBREOFFICE), {"word/commentsExtended.xml": content}))
    assert remarks(article) == [("3,200", "Ana: Sure?\nSam: Yes.")]
    assert NO_PLACE.format("Ana: Good.") in article.notes  # which has no mark of its own


@pytest.mark.parametrize("content", [None, b"<broken", b"", b"<other/>"])
def test_the_part_on_durable_ids_is_not_needed(content: bytes | None) -> None:
    article = docx(repacked(written(DRAFT, LIBREOFFICE), {"word/commentsIds.xml": content}))
    assert remarks(article) == [("3,200", "Ana: Sure?\n↳ Sam: Yes.\n↳ Ana: Good.")]


@pytest.mark.parametrize("content", [None, b"<broken", b""])
def test_without_the_comments_the_marks_are_counted(content: bytes | None) -> None:
    article = docx(repacked(written(DRAFT, LIBREOFFICE), {"word/comments.xml": content}))
    assert article.text == "The toll was 3,200 by Friday."
    assert "2 comments were left out." in article.notes


def test_a_comment_without_a_mark_is_told_with_its_words() -> None:
    body = f"<w:p>{run('The toll was 3,200.')}</w:p>"
    comments = f"<w:comment w:id='7' w:author='Ana' w:date='2026-05-01T09:30:00Z'><w:p>{run('Sure?')}</w:p></w:comment>"
    article = docx(with_body(body, comments=comments))
    note = NO_PLACE.format("Ana, 2026-05-01 09:30: Sure?")
    assert note in article.notes
    assert note not in article.harmless


def test_a_reply_without_a_mark_goes_with_its_comment() -> None:
    body = f"<w:p><w:commentRangeStart w:id='0'/>{run('3,200')}<w:commentRangeEnd w:id='0'/></w:p>"
    data = repacked(written(DRAFT, LIBREOFFICE), {"word/document.xml": word_document(body)})
    assert remarks(docx(data)) == [("3,200", "Ana: Sure?\n↳ Sam: Yes.\n↳ Ana: Good.")]


def word_document(body: str) -> bytes:
    return f"<w:document {word_shapes.SPACES}><w:body>{body}</w:body></w:document>".encode()


@pytest.mark.parametrize("parents", [("b", "a"), ("a", "b"), ("c", "a")])
def test_replies_in_a_circle_come_in_once(parents: tuple[str, str]) -> None:
    comments = {
        "a": Said("Ana", "One", answers=parents[0]),
        "b": Said("Sam", "Two", answers=parents[1]),
        "c": Said("Eve", "Three", answers="b"),
    }
    article = docx(written(Draft(["[a:3,200:a] [b:dead:b] [c:now:c]."], comments), LIBREOFFICE))
    notes = "\n".join(note for _words, note in remarks(article))
    assert [notes.count(said) for said in ("One", "Two", "Three")] == [1, 1, 1]


def test_replies_in_a_circle_come_in_once_from_odt() -> None:
    comments = "".join(
        f"<office:annotation {LOEXT} office:name='{name}' loext:parent-name='{parent}'>{odt_paragraph(name)}"
        "</office:annotation>"
        for name, parent in (("one", "two"), ("two", "one"), ("three", "three"), ("four", "none"))
    )
    ((words, note),) = remarks(one(extractor("odt"), with_odt_body(odt_paragraph(f"words{comments}"))))
    assert words == "words"
    assert note.splitlines() == ["one", "↳ two", "three", "four"]


def test_marks_with_unknown_and_doubled_ids_do_no_harm() -> None:
    marks = "<w:commentRangeStart w:id='0'/><w:commentRangeStart w:id='0'/><w:commentRangeEnd w:id='99'/>"
    twice = f"<w:comment w:id='0' w:author='A'><w:p>{run('?')}</w:p></w:comment>" * 2
    article = docx(with_body(f"<w:p>{run('a ')}{marks}{run('b')}<w:commentRangeEnd w:id='0'/></w:p>", comments=twice))
    assert remarks(article) == [("b", "A: ?")]


def test_an_end_before_its_beginning_is_a_point() -> None:
    marks = "<w:commentRangeEnd w:id='0'/>", "<w:commentRangeStart w:id='0'/>"
    body = f"<w:p>{run('one ')}{marks[0]}{run('two ')}{marks[1]}{run('three')}</w:p>"
    comments = f"<w:comment w:id='0' w:author='A'><w:p>{run('?')}</w:p></w:comment>"
    ((words, note),) = remarks(docx(with_body(body, comments=comments)))
    assert words in ("two", "three")
    assert note == "A: ?"


def test_a_comment_in_a_header_of_odt_is_told_with_its_words() -> None:
    draft = Draft(["The quay is shut."], {"a": Said("Ana", "Old head?")}, heads="Draft [a:two:a]")
    article = one(extractor("odt"), odt(draft))
    assert NO_PLACE.format("Ana: Old head?") in article.notes


def test_links_without_a_known_target_are_only_words() -> None:
    relationship = f"xmlns:r='{word_shapes.RELATIONSHIP}' r:id='rId77'"
    body = f"<w:p><w:hyperlink {relationship}>{run('list')}</w:hyperlink>{run(' has 12.')}</w:p>"
    article = docx(with_body(body))
    assert (article.text, article.remarks) == ("list has 12.", ())


@pytest.mark.parametrize(
    "kinds", [("end", "separate", "begin"), ("begin", "begin", "separate"), ("separate",), ("begin",)]
)
def test_fields_in_disorder_are_only_words(kinds: tuple[str, ...]) -> None:
    said = '<w:r><w:instrText> HYPERLINK "https://example.org" </w:instrText></w:r>'
    marks = "".join(f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>{said}" for kind in kinds)
    assert docx(with_body(f"<w:p>{marks}{run('list')}</w:p>")).text == "list"


def test_a_link_that_runs_a_program_is_no_evidence() -> None:
    article = docx(written(Draft(["The @link(javascript:alert){list} is here."]), LIBREOFFICE))
    assert article.remarks == ()
    assert any("javascript:alert" in note for note in article.notes)


def many_docx() -> bytes:
    body = "".join(f"<w:r><w:t>w{n} </w:t></w:r><w:r><w:commentReference w:id='{n}'/></w:r>" for n in range(MANY))
    comments = "".join(
        f"<w:comment w:id='{n}' w:author='A'><w:p><w:r><w:t>?</w:t></w:r></w:p></w:comment>" for n in range(MANY)
    )
    return with_body(f"<w:p>{body}</w:p>", comments=comments)


def many_odt() -> bytes:
    return with_odt_body(
        odt_paragraph("".join(f"w{n} <office:annotation><text:p>?</text:p></office:annotation>" for n in range(MANY)))
    )


def chain_of_replies() -> bytes:
    replies = "".join(
        f"<office:annotation {LOEXT} office:name='n{n}' loext:parent-name='n{n - 1}'>{odt_paragraph('?')}"
        "</office:annotation>"
        for n in range(20_000)
    )
    return with_odt_body(odt_paragraph(f"words {replies}"))


@pytest.mark.parametrize(("kind", "file"), [("docx", many_docx), ("odt", many_odt)])
def test_more_comments_than_the_limit(kind: str, file: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as the limit come in, and the others are counted; a file beyond its size is refused before."""
    for reader in ("word", "opendocument"):
        monkeypatch.setattr(f"annotator.interop.articles.kinds.{reader}.comments.MOST_COMMENTS", LIMIT)
    (article,) = extractor(kind).extract(file(), f"a.{kind}", Wishes())
    assert len(article.remarks) == LIMIT
    assert "380 more comments have no place in the text and were left out." in article.notes


def test_a_chain_of_replies_is_one_thread() -> None:
    (remark,) = one(extractor("odt"), chain_of_replies()).remarks
    assert len(remark.note.splitlines()) == 20_000
