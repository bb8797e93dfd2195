"""Annotated drafts as four programs write them: every comment and note is on the right words, with author and date."""

from __future__ import annotations

import docx
import pytest

from annotator.interop.articles.extracted import Extracted
from tests.interop.articles.drafts import word_shapes
from tests.interop.articles.drafts.notation import Draft, Said
from tests.interop.articles.drafts.scenarios import MORE, REPLY, SCENARIOS, Scenario
from tests.interop.articles.drafts.taking_drafts import ODT, PROGRAMS, article_of, remarks
from tests.interop.articles.files import extractor
from tests.interop.articles.kinds.test_opendocument import p as odt_paragraph
from tests.interop.articles.kinds.test_opendocument import with_body as with_odt_body
from tests.interop.articles.kinds.test_word import run, saved, with_body
from tests.interop.articles.taking import one


def note_of(draft: Draft, said: str, program: str) -> str:
    """The note for comments by their letters, a footnote by its number, and a link behind “@”."""
    letters, _at, link = said.partition("@")
    lines: list[str] = []
    for number, letter in enumerate(letters):
        lines += [comment_line(draft, letter, program)] if letter.isalpha() else [f"¹ {draft.notes[letter]}"]
        is_last = letters[number + 1 :] == "" or not draft.comments[letters[number + 1]].answers
        root = draft.comments.get(letters[0])
        if is_last and root and root.is_resolved and program != word_shapes.GOOGLE:
            lines.append("(resolved)")
    return "\n".join([*lines, *([link] if link else [])])


def comment_line(draft: Draft, letter: str, program: str) -> str:
    said = draft.comments[letter]
    if program == word_shapes.GOOGLE:  # which writes no dates, and replies as comments
        return f"{said.writer}: {said.text}"
    return f"{'↳ ' if said.answers else ''}{said.writer}, {said.time[:10]} {said.time[11:16]}: {said.text}"


def told(article: Extracted) -> int:
    """How many comments the report says have come in."""
    notes = [note for note in article.notes if "came in as a note" in note or "came in as notes" in note]
    beside = [note for note in article.notes if "about words that are not in the text" in note]
    return sum(int(note.split()[0]) for note in notes + beside)


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_every_remark_is_on_its_words(name: str, program: str) -> None:
    scenario: Scenario = SCENARIOS[name]
    article = article_of(scenario.draft, program)
    assert article.text == scenario.text
    assert remarks(article) == [(words, note_of(scenario.draft, said, program)) for words, said in scenario.remarks]
    assert not [note for note in article.notes if "no place" in note]
    assert told(article) == len(scenario.draft.comments)


def test_a_thread_reads_as_it_was_written() -> None:
    article = article_of(SCENARIOS["two replies and resolved"].draft, word_shapes.WORD)
    (remark,) = article.remarks
    assert remark.note.splitlines() == [
        "Ana Ruiz, 2026-05-01 09:30: Sure?",
        "↳ Sam Okoro, 2026-05-02 11:05: Yes, see the register.",
        "↳ Ana Ruiz, 2026-05-03 08:00: Then it stays.",
        "(resolved)",
    ]
    assert "2 comments are replies and stand below those that they answer." in article.notes
    assert "1 comment is resolved, and its note says so." in article.notes


@pytest.mark.parametrize("program", PROGRAMS)
def test_one_in_a_text_box_is_counted_as_beside_the_text(program: str) -> None:
    article = article_of(SCENARIOS["in a text box"].draft, program)
    assert "1 comment is about words that are not in the text, as deleted ones, so it is a note beside them." in (
        article.notes
    )
    assert not [note for note in article.notes if "on the words" in note]


@pytest.mark.parametrize("program", [word_shapes.WORD, word_shapes.LIBREOFFICE, ODT])
def test_replies_stand_in_the_order_of_their_times(program: str) -> None:
    comments = {"a": SCENARIOS["reply"].draft.comments["a"], "b": MORE, "c": REPLY}
    (remark,) = article_of(Draft(["The toll was [a:3,200:a]."], comments), program).remarks
    assert [line.partition(": ")[2] for line in remark.note.splitlines()] == [
        "Sure?",
        "Yes, see the register.",
        "Then it stays.",
    ]


AROUND = "<w:commentRangeStart w:id='0'/>{}<w:commentRangeEnd w:id='0'/>"
TABLE = f"<w:tbl><w:tr><w:tc><w:p>{run('Friday')}</w:p></w:tc><w:tc><w:p>{run('12')}</w:p></w:tc></w:tr></w:tbl>"
CELL = f"<w:tc><w:p>{run('12')}</w:p></w:tc>"
NEXT = f"<w:p>{run('It rained.')}</w:p>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (AROUND.format(TABLE) + NEXT, "Friday\t12"),
        (AROUND.format(NEXT) + TABLE, "It rained."),
        (TABLE + AROUND.format(NEXT), "It rained."),
        (AROUND.format(NEXT + TABLE), "It rained.\n\nFriday\t12"),
        (f"<w:sdt><w:sdtContent>{AROUND.format(NEXT)}</w:sdtContent></w:sdt>{TABLE}", "It rained."),
        (f"<w:tbl><w:tr>{AROUND.format(CELL)}</w:tr></w:tbl>{NEXT}", "12"),
    ],
)
def test_marks_between_paragraphs_cells_and_tables(body: str, words: str) -> None:
    comments = f"<w:comment w:id='0' w:author='A'><w:p>{run('?')}</w:p></w:comment>"
    assert remarks(one(extractor("docx"), with_body(body, comments=comments))) == [(words, "A: ?")]


def test_what_python_docx_writes_is_read() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    runs = [paragraph.add_run(words) for words in ("The toll was ", "3,200", " dead.")]
    document.add_comment(runs[1:2], text="Sure?", author="Ana Ruiz", initials="AR")
    ((words, note),) = remarks(one(extractor("docx"), saved(document)))
    assert words == "3,200"
    assert note.startswith("Ana Ruiz, ")
    assert note.endswith(": Sure?")


@pytest.mark.parametrize("answer", ["_Marked as resolved_", "_Re-opened_"])
def test_google_docs_resolves_by_a_comment(answer: str) -> None:
    comments = {"a": Said("Ana", "Sure?"), "b": Said("Sam", answer, answers="a")}
    (remark,) = article_of(Draft(["It is [a:open:a]."], comments), word_shapes.GOOGLE).remarks
    said = "(resolved)" if "resolved" in answer else "(opened again)"
    assert remark.note == f"Ana: Sure?\nSam: {said}"


def test_without_a_name_the_initials_stand_for_it() -> None:
    body = f"<w:p>{run('It is open.')}<w:r><w:commentReference w:id='0'/></w:r></w:p>"
    comments = f"<w:comment w:id='0' w:initials='AR'><w:p>{run('?')}</w:p></w:comment>"
    assert remarks(one(extractor("docx"), with_body(body, comments=comments))) == [("open.", "AR: ?")]
    annotation = f"<meta:creator-initials>AR</meta:creator-initials>{odt_paragraph('?')}"
    data = with_odt_body(odt_paragraph(f"It is open.<office:annotation>{annotation}</office:annotation>"))
    assert remarks(one(extractor("odt"), data)) == [("open.", "AR: ?")]


def test_an_endnote_is_evidence_as_a_footnote_is() -> None:
    body = f"<w:p>{run('It is open.')}<w:r><w:endnoteReference w:id='2'/></w:r></w:p>"
    endnotes = f"<w:endnote w:id='2'><w:p>{run('Harbour Office, Log, p. 3')}</w:p></w:endnote>"
    article = one(extractor("docx"), with_body(body, endnotes=endnotes))
    assert remarks(article) == [("It is open.", "[i] Harbour Office, Log, p. 3")]
    assert [(one.title, one.page) for one in article.remarks[0].sources] == [("Harbour Office, Log", "3")]
