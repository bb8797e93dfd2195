"""Annotated drafts as four programs write them: every comment and note is on the right words, with author and date."""

from __future__ import annotations

import pytest

from annotator.interop.articles.extracted import Extracted
from tests.interop.articles.drafts import word_shapes
from tests.interop.articles.drafts.notation import Draft
from tests.interop.articles.drafts.scenarios import SCENARIOS, Scenario
from tests.interop.articles.drafts.taking_drafts import PROGRAMS, article_of, remarks


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
