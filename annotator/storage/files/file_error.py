"""Problems of files, each described in one sentence, and the exceptions that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from annotator.model.told_error import ToldError
from annotator.translation.messages import _

JOINERS = "\u200c\u200d"  # str.isprintable rejects them, but Persian words and emoji contain them


EXAMINED_CHARACTERS = 4000
"""Number of code points of a text to normalise for quoting; the text may be as long as a file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a file; ``line`` counts from 1 and is None if the problem concerns the whole file."""

    path: Path
    line: int | None
    sentence: str

    def __reduce__(self) -> tuple[type[Self], tuple[Path, int | None, str]]:
        """Return what another process makes it of, in a third of the time that fields one by one take."""
        return type(self), (self.path, self.line, self.sentence)

    def __str__(self) -> str:
        place = shown(str(self.path)) if self.line is None else f"{shown(str(self.path))}:{self.line}"
        return f"{place}: {self.sentence}"


class FileError(ToldError):
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


class EvidenceError(FileError):
    """A file of evidence could not be read or kept."""


class SaveError(FileError):
    """A file could not be written; its old content is unchanged."""


def shown(text: str) -> str:
    """Return the text on one line: unprintable characters and lone surrogates become escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in JOINERS else c.encode("unicode_escape").decode() for c in text)


def told(text: str) -> str:
    """Return the text in quotation marks on one line, cut off after 60 code points, for use in a message."""
    words = " ".join(text[:EXAMINED_CHARACTERS].split())
    # Translators: quotation marks around a text from a file, within a sentence
    return _("“{text}”").format(text=shown(words if len(words) <= 60 else words[:59] + "…"))
