"""Error of a foreign file that cannot be read or written."""

from __future__ import annotations

from annotator.translation.messages import _, number


class ForeignError(Exception):
    """Failure to read or write another program's file.

    ``sentence`` says what is wrong and what to do. ``place`` says where: “line 3”, “word/document.xml”, or empty. The
    caller, who knows the file, adds its path. ``line`` is the line on which the faulty record begins, if known.
    """

    def __init__(self, sentence: str, place: str = "", line: int | None = None) -> None:
        super().__init__(f"{place}: {sentence}" if place else sentence)
        self.sentence = sentence
        self.place = place
        self.line = line


def line_place(line: int, file: str = "") -> str:
    """Return a line of the file, or of the one that is meant anyway, as the place of an error."""
    words = _("{file}, line {line}") if file else _("line {line}")
    return words.format(file=file, line=number(line))
