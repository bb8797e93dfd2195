"""Filter of the list of articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, repeat
from operator import contains
from typing import TypeVar

from msgspec import Struct

from annotator.corpus.summary import Summary
from annotator.language.folding import folded_query
from annotator.session.annotation_filter import Term
from annotator.session.opening.article_filter import meets
from annotator.session.opening.entries import Entries
from annotator.session.opening.entry import Entry, shown_status

First = TypeVar("First")
Then = TypeVar("Then")


class ArticleFilter(Struct, frozen=True):
    """Filter by ``words`` in file name, title or folder, by ``status`` and by ``terms``; an empty one lets all pass."""

    words: str = ""
    status: str = ""
    terms: tuple[Term, ...] = ()

    def lets(self, entry: Entry | Summary, text: str) -> bool:
        """Return whether the filter lets the entry pass; ``text`` is what words are looked for in."""
        of_status = self.status in ("", shown_status(entry))
        return self.needle in text and of_status and meets(entry, self.terms)

    def narrows(self, other: ArticleFilter) -> bool:
        """Return whether the other filter lets everything pass that this one does, as that of one letter less does."""
        return other.needle in self.needle and other.status in ("", self.status) and other.terms == self.terms

    def passing(self, entries: Entries, missing: Sequence[Entry], among: Sequence[int]) -> Sequence[int]:
        """Return those numbers ``among`` these that pass; the ``missing`` are numbered after the ``entries``."""
        needle, numbers = self.needle, among
        if needle:
            text_of = _looked_up(entries.texts(), [entry.folded for entry in missing])
            numbers = [*compress(numbers, map(contains, map(text_of, numbers), repeat(needle)))]
        if not self.status and not self.terms:
            return numbers
        known = _looked_up(entries.read, missing)
        found = ((number, known(number)) for number in numbers)
        return [
            number for number, entry in found if self.status in ("", shown_status(entry)) and meets(entry, self.terms)
        ]

    @property
    def needle(self) -> str:
        return folded_query(self.words)


EVERYTHING = ArticleFilter()


def _looked_up(first: Sequence[First], then: Sequence[Then]) -> Callable[[int], First | Then]:
    """Return the function of a number that returns what has it in one sequence, or after that in the other."""
    count = len(first)
    return (lambda number: first[number] if number < count else then[number - count]) if then else first.__getitem__
