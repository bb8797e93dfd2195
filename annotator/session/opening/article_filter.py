"""Filter of articles by what is known of them: ``verdict:mixed status:done -has:byline``."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache

from annotator.corpus.summary import Summary
from annotator.language.folding import folded
from annotator.model.document import NEW, STATUSES
from annotator.model.scheme import Scheme
from annotator.session.annotation_filter import HAS, Term
from annotator.session.opening.entry import Entry
from annotator.session.opening.status_names import status_words
from annotator.session.term_values import term, terms_of, value_is

STATUS = "status"


def names(scheme: Scheme | None) -> Container[str]:
    """Return the names that a term may have, case-folded."""
    return {STATUS, HAS, *(rule.id.casefold() for rule in (scheme.article if scheme else ()))}


def suggestions(scheme: Scheme | None) -> list[str]:
    """Return the terms that can be typed: each status, each value of the article's own attributes."""
    found = [term(STATUS, status_words(status)) for status in STATUSES]
    return found + [one for rule in (scheme.article if scheme else ()) for one in terms_of(rule)]


def meets(entry: Entry | Summary, terms: Sequence[Term]) -> bool:
    """Return whether the article meets all terms; nothing is known of one that has not been read yet."""
    return all(_meets(entry, asked) != asked.negated for asked in terms)


@lru_cache
def _folded(name: str) -> str:
    """Return the name folded; there are few, and they are asked for once for each of many articles."""
    return folded(name)


def _meets(entry: Entry | Summary, asked: Term) -> bool:
    match asked.name:
        case "status":
            status = entry.status or NEW
            return status in asked.values or _folded(status_words(status)) in asked.values
        case "has":
            return any(folded(name) in asked.values for name in entry.facts)
        case name:
            value = next((value for known, value in entry.facts.items() if known.casefold() == name), None)
            return any(value_is(value, wanted) for wanted in asked.values)
