"""What is wrong with a file, in one sentence, and the errors that carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self

JOINERS = "\u200c\u200d"  # not printable to Python, but part of Persian words and of emoji


TOLD_FROM = 4000
"""How much of a text is looked at to tell its beginning: it may be as long as a file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file; ``line`` counts from 1 and is None where the file as a whole is meant."""

    path: Path
    line: int | None
    sentence: str

    def __str__(self) -> str:
        place = shown(str(self.path)) if self.line is None else f"{shown(str(self.path))}:{self.line}"
        return f"{place}: {self.sentence}"


class FileError(Exception):
    """A file could not be read or written."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

    @classmethod
    def at(cls, path: Path, sentence: str, line: int | None = None) -> Self:
        return cls(Problem(path, line, sentence))


class ArticleError(FileError):
    """An article could not be read."""


class SidecarError(FileError):
    """A sidecar could not be read; it must not be written to."""


class OtherArticleError(SidecarError):
    """The sidecar belongs to another article of the same stem."""


class MissingArticleError(SidecarError):
    """No article stands beside the sidecar under its stem."""


class SchemeError(FileError):
    """A scheme could not be read."""


class SaveError(FileError):
    """A file could not be written; what stood there before still stands."""


def shown(text: str) -> str:
    """The text on one line: control characters and what is not Unicode are shown as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in JOINERS else c.encode("unicode_escape").decode() for c in text)


def told(text: str) -> str:
    """The text in quotation marks, on one line, cut off where it is long: for use in a sentence."""
    words = re.sub(r"\s+", " ", text[:TOLD_FROM]).strip()
    return f"“{shown(words if len(words) <= 60 else words[:59] + '…')}”"
