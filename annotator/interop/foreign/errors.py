"""A file of another program cannot be taken, or nothing can be written for it."""

from __future__ import annotations


class ForeignError(Exception):
    """``sentence`` says what is wrong and what to do; ``place`` where: “line 3”, “word/document.xml”, or empty.

    Whoever knows the file adds its path; where one of many records is meant, ``line`` is the one in which it begins.
    """

    def __init__(self, sentence: str, place: str = "", line: int | None = None) -> None:
        super().__init__(f"{place}: {sentence}" if place else sentence)
        self.sentence = sentence
        self.place = place
        self.line = line
