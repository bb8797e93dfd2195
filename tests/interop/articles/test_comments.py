"""Comments in a file: notes on the words that they are about, with their author and day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.interop.articles.extracted import Extracted, Wishes
from annotator.interop.incoming.article_import import ArticleImporter
from annotator.model.scheme import Scheme
from annotator.storage.articles.article_reading import read_article
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import read_sidecar, sidecar_path
from tests.interop.articles.files import extractor
from tests.interop.articles.kinds.test_opendocument import p as odt_paragraph
from tests.interop.articles.kinds.test_opendocument import with_body as odt
from tests.interop.articles.kinds.test_rtf import rtf
from tests.interop.articles.kinds.test_word import run
from tests.interop.articles.kinds.test_word import with_body as docx
from tests.interop.articles.taking import one

SAID = [("3,200 dead", "Ana Ruiz, 2024-05-01 09:30: Sure?"), ("Friday.", "Sam: Which?")]


def docx_file() -> bytes:
    body = (
        f"<w:p>{run('The toll was ')}<w:commentRangeStart w:id='0'/>{run('3,200')}{run(' dead')}"
        f"<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r>{run(' by Friday.')}"
        "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
    )
    comments = (
        f"<w:comment w:id='0' w:author='Ana Ruiz' w:date='2024-05-01T09:30:00Z'><w:p>{run('Sure?')}</w:p></w:comment>"
        f"<w:comment w:id='1' w:author='Sam'><w:p>{run('Which?')}</w:p></w:comment>"
    )
    return docx(body, comments=comments)


def odt_file() -> bytes:
    first = (
        "<office:annotation office:name='c1'><dc:creator>Ana Ruiz</dc:creator><dc:date>2024-05-01T09:30:00</dc:date>"
        f"{odt_paragraph('Sure?')}</office:annotation>3,200 dead<office:annotation-end office:name='c1'/>"
    )
    second = f"<office:annotation><dc:creator>Sam</dc:creator>{odt_paragraph('Which?')}</office:annotation>"
    return odt(odt_paragraph(f"The toll was {first} by Friday.{second}"))


def rtf_file() -> bytes:
    time = (124 << 20) + (5 << 16) + (1 << 11) + (9 << 6) + 30
    first = (
        r"{\*\atrfstart 7}3,200 dead{\*\atrfend 7}{\*\atnid AR}{\*\atnauthor Ana Ruiz}\chatn"
        rf"{{\*\annotation{{\*\atnref 7}}{{\*\atndate {time}}}\pard\plain {{\chatn}}Sure?}}"
    )
    second = r"{\*\atnid S}{\*\atnauthor Sam}\chatn{\*\annotation\pard Which?}"
    return rtf(rf"The toll was {first} by Friday.{second}\par")


FILES = {"docx": docx_file, "odt": odt_file, "rtf": rtf_file}


def remarks(article: Extracted) -> list[tuple[str, str]]:
    return [(remark.span.of(article.text), remark.note) for remark in article.remarks]


@pytest.mark.parametrize(("kind", "file"), FILES.items())
def test_they_are_on_their_words(kind: str, file: Callable[[], bytes]) -> None:
    article = one(extractor(kind), file())
    assert article.text == "The toll was 3,200 dead by Friday."
    assert remarks(article) == SAID
    note = "2 comments by Ana Ruiz (2024-05-01), Sam came in as notes on the words that they are about."
    assert note in article.notes
    assert note in article.harmless


def test_one_over_several_paragraphs_and_one_in_deleted_words() -> None:
    body = (
        f"<w:p><w:commentRangeStart w:id='0'/>{run('One.')}</w:p><w:p>{run('Two')}<w:commentRangeEnd w:id='0'/>"
        f"<w:r><w:commentReference w:id='0'/></w:r><w:del w:id='5'><w:commentRangeStart w:id='1'/>{run('x')}"
        f"<w:commentRangeEnd w:id='1'/></w:del>{run(' end.')}</w:p>"
    )
    comments = "".join(f"<w:comment w:id='{id}' w:author='A'><w:p>{run('?')}</w:p></w:comment>" for id in (0, 1))
    article = one(extractor("docx"), docx(body, comments=comments))
    assert article.text == "One.\n\nTwo end."
    assert remarks(article) == [("One.\n\nTwo", "A: ?"), ("end.", "A: ?")]


BESIDE = "1 comment is about words that are not in the text, as deleted ones, so it is a note beside them."


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [("", "Second paragraph.", "Second"), ("Second paragraph.", "", "paragraph."), ("Its", " next word.", "next")],
)
def test_one_on_deleted_words_stays_in_its_paragraph(before: str, after: str, word: str) -> None:
    gone = f"<w:commentRangeStart w:id='0'/><w:del w:id='5'>{run('Gone words')}</w:del><w:commentRangeEnd w:id='0'/>"
    body = (
        f"<w:p>{run('The first paragraph ends here.')}</w:p><w:p>{run(before)}{gone}{run(after)}</w:p>"
        f"<w:p>{run('The last one.')}</w:p>"
    )
    comments = f"<w:comment w:id='0' w:author='A'><w:p>{run('Why?')}</w:p></w:comment>"
    article = one(extractor("docx"), docx(body, comments=comments))
    assert remarks(article) == [(word, "A: Why?")]
    assert BESIDE in article.notes
    assert not any("on the words" in note for note in article.notes)


@pytest.mark.parametrize(("following", "word"), [("Then it rained.", "Then"), ("", "dry.")])
def test_one_in_an_empty_paragraph_is_not_on_the_mark_of_a_note(following: str, word: str) -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{odt_paragraph('So they say.')}"
    comment = f"<office:annotation><dc:creator>A</dc:creator>{odt_paragraph('Why?')}</office:annotation>"
    first = odt_paragraph(f"It was dry. {note}</text:note-body></text:note>")
    article = one(extractor("odt"), odt(first + odt_paragraph(comment) + odt_paragraph(following)))
    assert remarks(article) == [(word, "A: Why?")]
    assert BESIDE in article.notes


@pytest.mark.parametrize(
    ("scheme", "label", "attributes"),
    [(built_in_scheme(), "part", {"role": "comment"}), (Scheme("own", "Own", ()), "comment", {})],
)
def test_each_becomes_a_note_in_the_sidecar(
    tmp_path: Path, scheme: Scheme, label: str, attributes: dict[str, str]
) -> None:
    (tmp_path / "a.docx").write_bytes(docx_file())
    importer = ArticleImporter(None, scheme, Wishes())
    importer.take(tmp_path / "a.docx", "2026-11-22T06:21:20Z")
    (path,) = importer.written
    document = read_sidecar(sidecar_path(path), read_article(path).article).document
    found = document.in_text_order()
    assert [(document.words(each), each.note) for each in found] == SAID
    assert {(each.label, *each.attributes.items()) for each in found} == {(label, *attributes.items())}


def test_one_on_the_whole_headline_is_its_note(tmp_path: Path) -> None:
    body = (
        "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:commentRangeStart w:id='0'/>"
        f"{run('Quay shut')}<w:commentRangeEnd w:id='0'/></w:p><w:p>{run('It is shut.')}</w:p>"
    )
    comments = f"<w:comment w:id='0' w:author='A'><w:p>{run('Reopened?')}</w:p></w:comment>"
    (tmp_path / "a.docx").write_bytes(docx(body, comments=comments))
    importer = ArticleImporter(None, built_in_scheme(), Wishes())
    importer.take(tmp_path / "a.docx", "2026-11-22T06:21:20Z")
    (path,) = importer.written
    (part,) = read_sidecar(sidecar_path(path), read_article(path).article).document.annotations.values()
    assert (part.attributes, part.note) == ({"role": "headline"}, "A: Reopened?")
