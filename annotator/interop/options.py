"""What is exported, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from annotator.model.entry import DEV, SPLITS, TEST, TRAIN

__all__ = [
    "CODE_POINTS",
    "DEV",
    "LICENCE",
    "NO_SPLITS",
    "SAFE_CELLS",
    "SPLITS",
    "TEST",
    "TRAIN",
    "UNITS",
    "UTF_8",
    "UTF_16",
    "Options",
]

CODE_POINTS, UTF_16, UTF_8 = "code-points", "utf-16", "utf-8"
UNITS = (CODE_POINTS, UTF_16, UTF_8)
LICENCE, SAFE_CELLS = "licence", "safe cells"
"""The options that only some formats have a place for."""

NO_SPLITS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Options:
    """Empty sets mean all. ``annotators``: an empty name is that of documents without one.

    ``unit`` is that of the offsets, empty for the format's own. ``safe_cells``: no cell that a spreadsheet would take
    for a formula. ``licence`` is that of the texts, for formats that have a place for it.
    ``splits`` says by its path which of ``SPLITS`` an article belongs to; empty where there are none.
    """

    labels: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    with_text: bool = True
    unit: str = ""
    safe_cells: bool = False
    licence: str = ""
    splits: Mapping[str, str] = field(default_factory=lambda: NO_SPLITS)
