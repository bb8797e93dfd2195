"""Header of a WebAnno TSV file: the layers that its columns belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.interop.foreign.uima_packages import LANGUAGE

FORMAT_LINE = "#FORMAT=WebAnno TSV 3"
SPANS, RELATIONS, CHAINS = "#T_SP=", "#T_RL=", "#T_CH="
BASE, ROLE = "BT_", "ROLE_"
FIRST_COLUMN = 3
"""Columns before those of the layers: number, offsets and words of the token."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Layer of a kind, SPANS, RELATIONS or CHAINS: its type, the names of its columns, and the first of them."""

    kind: str
    type: str
    columns: tuple[str, ...]
    first: int

    @property
    def name(self) -> str:
        """The label or relation that it stands for: the last part of its type."""
        return self.type.rpartition(".")[2]

    @property
    def is_language(self) -> bool:
        """True if it holds linguistic analysis, which is no person's label."""
        return self.type.startswith(LANGUAGE)

    @property
    def base(self) -> str:
        """The type of the annotations that a relation joins; empty where the header does not say it."""
        return next((name.removeprefix(BASE) for name in self.columns if name.startswith(BASE)), "")


def layers_of(lines: Sequence[str]) -> list[Layer]:
    """Return the layers that the header names, in the order of their columns."""
    layers: list[Layer] = []
    first = FIRST_COLUMN
    for line in lines:
        kind = next((kind for kind in (SPANS, RELATIONS, CHAINS) if line.startswith(kind)), "")
        if kind:
            type, *columns = line.removeprefix(kind).split("|")
            layers.append(Layer(kind, type, tuple(columns) or ("",), first))
            first += len(layers[-1].columns)
    return layers
