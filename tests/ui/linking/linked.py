"""An article in which claims, sources, a cue and a figure are marked, and what is linked in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.model.span import Span
from tests.support.program import Program
from tests.support.stories import TOWN

CLAIM, OTHER = "Thousands of people left the town on Thursday", "The Red Cross counted 1,204 buses"
MARKS = {
    CLAIM: "c",
    "the mayor, Ana Ruiz": "s",
    "said": "u",
    "We will not wait": "c",
    "The Red Cross": "s",
    OTHER: "c",
    "1,204": "f",
}


def marked(start: Callable[..., Program], folder: Path) -> Program:
    """Start the program on the article; its first claim is selected."""
    (folder / "town.txt").write_text(TOWN, "utf-8")
    program = start(folder / "town.txt")
    session = program.session
    for words, key in MARKS.items():
        at = TOWN.index(words)
        session.move_caret(at + len(words), at)
        program.view.setFocus()
        program.type(key)
    choose(program, CLAIM)
    return program


def choose(program: Program, words: str) -> None:
    at = TOWN.index(words)
    wanted = Span(at, at + len(words))
    program.session.select(next(a.id for a in program.document.annotations.values() if a.span == wanted), show=True)


def links(program: Program) -> list[tuple[str, str, str]]:
    """Every relation: the words it leads from, its type, the words it leads to."""
    document = program.document
    words = {id: document.words(annotation) for id, annotation in document.annotations.items()}
    return [(words[r.source], r.type, words[r.target]) for r in document.relations.values()]
