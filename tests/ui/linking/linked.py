"""An article in which claims, sources, a cue and a figure are marked, and what is linked in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.model.span import Span
from tests.support.marked_articles import Marks
from tests.support.program import Program
from tests.support.stories import TOWN

CLAIM, OTHER = "Thousands of people left the town on Thursday", "The Red Cross counted 1,204 buses"
MARKS = (
    ("claim", CLAIM),
    ("source", "the mayor, Ana Ruiz"),
    ("cue", "said"),
    ("claim", "We will not wait"),
    ("source", "The Red Cross"),
    ("claim", OTHER),
    ("figure", "1,204"),
)


def marked(start: Callable[..., Program], folder: Path) -> Program:
    """Start the program on the article; its first claim is selected."""
    program = start(Marks(TOWN).mark_each(*MARKS).write(folder / "town.txt"))
    program.view.setFocus()
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
