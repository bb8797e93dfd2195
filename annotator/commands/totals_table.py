"""Totals of facts, sources and labels together, as a table for people and as values for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.commands.stats_table import ordered, table
from annotator.corpus.tallies.totals import Totals

NOT_TOLD = "(not told)"
OPEN = "(open)"
MOST_PAIRS = 20
"""Pairs of labels in the table; ``--json`` has all."""


def totals_as_values(totals: Totals) -> dict[str, Any]:
    """Return the values for ``--json``; what is not told has the empty word as its key. Days are of the last change."""
    return {
        "facts": {
            "count": totals.facts,
            "settled": totals.settled,
            "with_source": totals.sourced,
            "voices": ordered(totals.voices),
            "verdicts": ordered(totals.verdicts),
            "states": ordered(totals.states),
        },
        "source_naming": ordered(totals.namings),
        "signed_documents": totals.signed,
        "days": {
            "sentences_read": _by_day(totals.read_on),
            "annotations_made": _by_day(totals.made),
            "facts_settled": _by_day(totals.settled_on),
        },
        "labels_together": {
            "in_one_sentence": _nested(totals.together),
            "overlapping": _nested(totals.overlapping),
        },
    }


def totals_as_lines(totals: Totals) -> Iterator[str]:
    """Yield the lines of the tables; nothing of what was not found."""
    if totals.facts:
        rows = [("all", totals.facts), ("settled", totals.settled), ("with a source", totals.sourced)]
        yield from table(("facts", "count"), rows)
        yield from table(("voice", "facts"), _named(totals.voices, NOT_TOLD))
        yield from table(("verdict", "facts"), _named(totals.verdicts, OPEN))
        yield from table(("state of check", "facts"), _named(totals.states, NOT_TOLD))
    yield from table(("source is", "count"), _named(totals.namings, NOT_TOLD))
    pairs = sorted(totals.together.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_PAIRS]
    beside = [(f"{one} with {other}", count, totals.overlapping[one, other]) for (one, other), count in pairs]
    yield from table(("labels together", "in one sentence", "overlapping"), beside)


def _named(counts: Mapping[str, int], otherwise: str) -> list[tuple[str, int]]:
    return [(name or otherwise, count) for name, count in ordered(Counter(counts)).items()]


def _by_day(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _nested(counts: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (one, other), count in sorted(counts.items()):
        found.setdefault(one, {})[other] = count
    return found
