"""Choices of the last export as settings: strings by name, only those that differ from the defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.interop.options import CODE_POINTS, UNITS
from annotator.session.exporting.export_runs import Shares

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Choices offered again at the next export; ``unit`` applies where a format supports it.

    Labels, annotators and statuses are not among them: they are chosen anew each time.
    """

    with_text: bool = True
    unit: str = CODE_POINTS
    splits: bool = False
    shares: Shares = (80, 10, 10)
    seed: int = 0
    safe_cells: bool = True
    licence: str = ""
    read_sentences: bool = False


ALWAYS = Remembered()


def as_words(remembered: Remembered) -> dict[str, str]:
    """Return the choices that differ from the defaults."""
    now, always = _all_words(remembered), _all_words(ALWAYS)
    return {name: word for name, word in now.items() if word != always[name]}


def from_words(words: Mapping[str, str]) -> Remembered:
    """Parse choices from the settings; values that are not valid are replaced by defaults."""
    wanted = _all_words(ALWAYS) | dict(words)
    unit = wanted["unit"] if wanted["unit"] in UNITS else CODE_POINTS
    return Remembered(
        wanted["with_text"] != NO,
        unit,
        wanted["splits"] == YES,
        _shares(wanted["shares"]),
        int(wanted["seed"]) if wanted["seed"].isdecimal() and len(wanted["seed"]) < 7 else 0,
        wanted["safe_cells"] != NO,
        wanted["licence"],
        wanted["read_sentences"] == YES,
    )


def _all_words(remembered: Remembered) -> dict[str, str]:
    return {
        "with_text": YES if remembered.with_text else NO,
        "unit": remembered.unit,
        "splits": YES if remembered.splits else NO,
        "shares": ",".join(map(str, remembered.shares)),
        "seed": str(remembered.seed),
        "safe_cells": YES if remembered.safe_cells else NO,
        "licence": remembered.licence,
        "read_sentences": YES if remembered.read_sentences else NO,
    }


def _shares(words: str) -> Shares:
    parts = [int(part) for part in words.split(",") if part.isdecimal() and len(part) < 4]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and max(parts) <= 100 else ALWAYS.shares
