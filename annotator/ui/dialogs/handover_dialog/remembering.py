"""Choices of the last hand-over as settings: strings by name, only those that differ from the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.interop.handover.choices import EvidenceFiles
from annotator.interop.handover.forms import FORMS

HTML, YES, NO = "html", "yes", "no"
BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Choices that are offered again; ``labels`` and ``states`` are those that were left out."""

    form: str = HTML
    labels: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    queries: bool = True
    notes: bool = False
    evidence_files: EvidenceFiles = EvidenceFiles.NONE
    charts: bool = True


def as_words(remembered: Remembered) -> dict[str, str]:
    """Return the choices that differ from the defaults."""
    now, always = _all_words(remembered), _all_words(Remembered())
    return {name: word for name, word in now.items() if word != always[name]}


def from_words(words: Mapping[str, str]) -> Remembered:
    """Parse choices from the settings; values that are not valid are replaced by defaults."""
    wanted = _all_words(Remembered()) | dict(words)
    files = {one.value: one for one in EvidenceFiles}
    return Remembered(
        wanted["form"] if wanted["form"] in FORMS else HTML,
        _names(wanted["labels"]),
        _names(wanted["states"]),
        wanted["queries"] != NO,
        wanted["notes"] == YES,
        files.get(wanted["evidence_files"], EvidenceFiles.NONE),
        wanted["charts"] != NO,
    )


def _all_words(remembered: Remembered) -> dict[str, str]:
    return {
        "form": remembered.form,
        "labels": BETWEEN.join(sorted(remembered.labels)),
        "states": BETWEEN.join(sorted(remembered.states)),
        "queries": YES if remembered.queries else NO,
        "notes": YES if remembered.notes else NO,
        "evidence_files": remembered.evidence_files.value,
        "charts": YES if remembered.charts else NO,
    }


def _names(words: str) -> frozenset[str]:
    return frozenset(name for name in words.split(BETWEEN) if name)
