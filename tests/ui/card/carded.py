"""An article in which a claim and what belongs to it are marked, and what a card says of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.model.annotation import Annotation
from annotator.model.span import Span
from tests.support.program import Program

TEXT = (
    "Bridge stays shut\n\n"
    "The harbour master, Ines Okoro, said on Monday that some 3,000 people, among them 2,400 pupils, "
    "had crossed the bridge in “one single day”.\n\n"
    "The council counted 900 cyclists. It wants a new bridge by 2030.\n\n"
    "Some 3,000 people had crossed the bridge in one day, the operator wrote.\n"
)
CLAIM = "some 3,000 people, among them 2,400 pupils, had crossed the bridge in “one single day”"
SOURCE, CUE, ALL, PART, QUOTE = "The harbour master, Ines Okoro", "said", "some 3,000", "2,400", "“one single day”"
AGAIN = "Some 3,000 people had crossed the bridge in one day"
OTHER = "The council counted 900 cyclists"


def opened(start: Callable[..., Program], folder: Path, *marks: tuple[str, str]) -> Program:
    """Start the program on the article, and mark words with the keys of labels, the claim at last."""
    (folder / "bridge.txt").write_text(TEXT, "utf-8")
    program = start(folder / "bridge.txt")
    for words, key in marks:
        mark(program, words, key)
    mark(program, CLAIM, "c")
    program.view.setFocus()
    return program


def mark(program: Program, words: str, key: str) -> None:
    """Select the words and press the key of a label."""
    select(program, words)
    program.view.setFocus()
    program.type(key)


def select(program: Program, words: str) -> None:
    at = TEXT.index(words)
    program.session.move_caret(at + len(words), at)


def annotation(program: Program, words: str, at: int = -1) -> Annotation:
    """The annotation of these words, which is alone there; of the first such words, else of those at the offset."""
    at = TEXT.index(words) if at < 0 else at
    span = Span(at, at + len(words))
    return next(it for it in program.document.annotations.values() if it.span == span)


def card(program: Program) -> QWidget | None:
    """The card, if it is to be seen."""
    found: QWidget | None = program.window.findChild(QWidget, "cardPanel")
    return found if found and found.isVisible() else None


def part(program: Program, name: str) -> QWidget | None:
    """A part of the card by its object name, if it is to be seen."""
    shown = card(program)
    found = shown.findChild(QWidget, name) if shown else None
    return found if found and found.isVisible() else None


def focused(program: Program) -> str:
    """The object name of what has the keyboard."""
    now = program.window.focusWidget()
    return now.objectName() if now else ""


def links(program: Program) -> list[tuple[str, str, str]]:
    """Every relation: the words it leads from, its type, the words it leads to."""
    document = program.document
    words = {id: document.words(one) for id, one in document.annotations.items()}
    return [(words[it.source], it.type, words[it.target]) for it in document.relations.values()]
