"""Filter of articles by what is known of them: ``verdict:mixed status:done -has:byline``."""

from __future__ import annotations

from collections.abc import Container, Sequence

from annotator.corpus.summary import Summary
from annotator.language.folding import folded
from annotator.model.document import NEW, STATUSES
from annotator.model.scheme import Scheme
from annotator.session.annotation_filter import HAS, Term, terms_of, value_is
from annotator.session.opening.entry import Entry

STATUS = "status"


def names(scheme: Scheme | None) -> Container[str]:
    """Return the names that a term may have, case-folded."""
    return {STATUS, HAS, *(rule.id.casefold() for rule in (scheme.article if scheme else ()))}


def suggestions(scheme: Scheme | None) -> list[str]:
    """Return the terms that can be typed: each status, each value of the article's own attributes."""
    found = [f"{STATUS}:{status}" for status in STATUSES]
    return found + [term for rule in (scheme.article if scheme else ()) for term in terms_of(rule)]


def meets(entry: Entry | Summary, terms: Sequence[Term]) -> bool:
    """Return whether the article meets all terms; nothing is known of one that has not been read yet."""
    return all(_meets(entry, term) != term.negated for term in terms)


def _meets(entry: Entry | Summary, term: Term) -> bool:
    match term.name:
        case "status":
            return (entry.status or NEW) in term.values
        case "has":
            return any(folded(name) in term.values for name in entry.facts)
        case name:
            value = next((value for known, value in entry.facts.items() if known.casefold() == name), None)
            return any(value_is(value, wanted) for wanted in term.values)
