"""Options of an export: what is exported, and how."""

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
"""Names of the options that only some formats support."""

NO_SPLITS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Options:
    """Options of an export. An empty set means all; in ``annotators`` an empty name means documents without one.

    ``unit`` is the unit of offsets, empty for the format's default. ``safe_cells`` keeps spreadsheets from reading a
    cell as a formula; programs that read the tables may want them without that. ``licence`` is the licence of the
    texts, for formats that can state it. ``splits`` maps an article's path to one of ``SPLITS``; empty for no splits.
    ``read_sentences``: each sentence that is read or annotated is a document of its own, and the others are left out.
    """

    labels: frozenset[str] = frozenset()
    annotators: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    with_text: bool = True
    unit: str = ""
    safe_cells: bool = True
    licence: str = ""
    splits: Mapping[str, str] = field(default_factory=lambda: NO_SPLITS)
    read_sentences: bool = False
