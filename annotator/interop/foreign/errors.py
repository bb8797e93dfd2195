"""Error of a foreign file that cannot be read or written."""

from __future__ import annotations

from pathlib import Path

from annotator.model.told_error import ToldError
from annotator.storage.files.file_error import Problem
from annotator.translation.messages import _, number


class ForeignError(ToldError):
    """Failure to read or write another program's file.

    ``sentence`` says what is wrong and what to do. ``place`` says where: “line 3”, “word/document.xml”, or empty. The
    caller, who knows the file, adds its path. ``line`` is the line on which the faulty record begins, if known.
    ``file`` is the faulty file, where it is one of several that are read together and known by its path.
    """

    def __init__(self, sentence: str, place: str = "", line: int | None = None) -> None:
        super().__init__(f"{place}: {sentence}" if place else sentence)
        self.sentence = sentence
        self.place = place
        self.line = line
        self.file: Path | None = None

    def problem(self, source: Path) -> Problem:
        """Return the error as a problem of its file, else of ``source``, with all that is known of the place."""
        file = self.file or source
        if self._is_in_itself(file):
            return Problem(file, self.line, self.sentence)
        place = self.place if self.line is None else self._line_place()
        return Problem(file, None, f"{place}: {self.sentence}" if place else self.sentence)

    def _is_in_itself(self, file: Path) -> bool:
        """Return whether the place names nothing but the file and the line, which a problem has by themselves."""
        names = [file.name]
        if self.line is not None:
            names += [line_place(self.line), line_place(self.line, file.name)]
        return not self.place or self.place in names or self.place.endswith((f"/{names[0]}", f"/{names[-1]}"))

    def _line_place(self) -> str:
        assert self.line is not None
        return self.place if number(self.line) in self.place else line_place(self.line, self.place)


def line_place(line: int, file: str = "") -> str:
    """Return a line of the file, or of the one that is meant anyway, as the place of an error."""
    words = _("{file}, line {line}") if file else _("line {line}")
    return words.format(file=file, line=number(line))
