"""Totals of tallies: numbers alone, accumulated document by document, without anything behind them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from annotator.corpus.tallies.counts import NOT_TOLD
from annotator.corpus.tallies.tally import Marked, Tally
from annotator.corpus.tallies.together import labels_beside
from annotator.corpus.tallies.voices import NAMING, voice_of

VERDICT = "verdict"


@dataclass(slots=True)
class Totals:
    """Numbers of facts, sources and labels together; ``sourced`` are facts with a relation to their source.

    Keys of ``voices``, ``verdicts`` and ``states`` are values, empty for facts that do not tell; those that tell how a
    source is named are in ``namings``. ``made`` has annotations by the day on which they were made, ``settled_on``
    settled facts by that of their last change, ``read_on`` sentences by that on which they were read. ``together`` and
    ``overlapping`` count by (one, other) the annotations of one label that stand with the other.
    """

    facts: int = 0
    settled: int = 0
    sourced: int = 0
    signed: int = 0
    voices: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    states: Counter[str] = field(default_factory=Counter)
    namings: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    settled_on: Counter[str] = field(default_factory=Counter)
    read_on: Counter[str] = field(default_factory=Counter)
    together: Counter[tuple[str, str]] = field(default_factory=Counter)
    overlapping: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, tally: Tally) -> None:
        """Add a document."""
        self.signed += bool(tally.signed)
        self.read_on.update(dict(tally.read_on))
        for item in tally.marked:
            self.made[item.made] += 1
            if item.is_fact:
                self._add_fact(item)
            for naming in item.values.get(NAMING, ()):
                self.namings[naming] += 1
        for counts, overlapping in ((self.together, False), (self.overlapping, True)):
            beside = labels_beside(tally.marked, overlapping=overlapping)
            counts.update(
                (item.label, other) for item, some in zip(tally.marked, beside, strict=True) for other in some
            )

    def merge(self, other: Totals) -> None:
        """Add the totals of other documents."""
        self.facts += other.facts
        self.settled += other.settled
        self.sourced += other.sourced
        self.signed += other.signed
        self.voices.update(other.voices)
        self.verdicts.update(other.verdicts)
        self.states.update(other.states)
        self.namings.update(other.namings)
        self.made.update(other.made)
        self.settled_on.update(other.settled_on)
        self.read_on.update(other.read_on)
        self.together.update(other.together)
        self.overlapping.update(other.overlapping)

    def _add_fact(self, item: Marked) -> None:
        self.facts += 1
        self.settled += item.settled
        self.sourced += item.sourced
        self.voices[voice_of(item)] += 1
        self.states[item.state] += 1
        if item.settled:
            self.settled_on[item.changed] += 1
        for verdict in item.values.get(VERDICT) or (NOT_TOLD,):
            self.verdicts[verdict] += 1
