"""Contrasts of a label's colours, and their distances to those of the other labels for four kinds of sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QColor

from annotator.language.label_names import shown_name
from annotator.model.scheme import Label, Scheme
from annotator.translation.messages import N_, _, decimal_number
from annotator.ui.theme.colour import contrast
from annotator.ui.theme.colour_vision import Sight, distance
from annotator.ui.theme.label_colours import LETTER_CONTRAST, STROKE_CONTRAST
from annotator.ui.theme.tokens import Theme

LEAST_DISTANCE, NEAREST = 10.0, 8
SIGHTS = {
    Sight.NORMAL: N_("normal"),
    Sight.PROTAN: N_("protan"),
    Sight.DEUTAN: N_("deutan"),
    Sight.TRITAN: N_("tritan"),
}


@dataclass(frozen=True, slots=True)
class ContrastRow:
    """A contrast of two colours by WCAG 2, and the least contrast that is enough."""

    words: str
    colour: QColor
    ratio: float
    least: float

    @property
    def is_enough(self) -> bool:
        return round(self.ratio, 1) >= self.least


@dataclass(frozen=True, slots=True)
class DistanceRow:
    """Distances between the strokes of a label and of the ``other`` one, for each kind of sight."""

    other: Label
    distances: dict[Sight, float]
    same_mark: bool

    @property
    def least(self) -> float:
        return min(self.distances.values())

    @property
    def is_too_near(self) -> bool:
        """True for labels with the same mark whose colours somebody can hardly tell apart."""
        return self.same_mark and self.least < LEAST_DISTANCE


def contrast_rows(label: Label, theme: Theme) -> list[ContrastRow]:
    """Return the contrasts that must be large enough for a label with these colours."""
    colours = theme.label(label, label.id)
    return [
        ContrastRow(_("stroke on paper"), colours.stroke, contrast(colours.stroke, theme.base), STROKE_CONTRAST),
        ContrastRow(
            _("stroke on its own tint"), colours.stroke, contrast(colours.stroke, colours.tint), STROKE_CONTRAST
        ),
        ContrastRow(_("text on its tint"), colours.tint, contrast(theme.text, colours.tint), LETTER_CONTRAST),
        ContrastRow(_("letter on badge"), colours.letter, contrast(colours.letter, colours.tint), LETTER_CONTRAST),
    ]


def distance_rows(scheme: Scheme, label: Label, theme: Theme) -> list[DistanceRow]:
    """Return the distances to all other labels in the scheme's order; if there are many, to the nearest alone."""
    rows = list(_distances(scheme, label, theme))
    if len(rows) <= NEAREST:
        return rows
    return sorted(rows, key=lambda row: (not row.is_too_near, row.least))[:NEAREST]


def nearest(rows: list[DistanceRow]) -> DistanceRow | None:
    """Return the row to warn of, else that of the nearest label."""
    return min(rows, key=lambda row: (not row.is_too_near, row.least), default=None)


def distance_sentences(row: DistanceRow) -> tuple[str, str]:
    """Return a sentence on the nearest label and its distance, and one on what follows from that."""
    sight = min(row.distances, key=lambda sight: row.distances[sight])
    words = _("Nearest: {label}, {distance} for {sight} eyes.")
    name = words.format(label=shown_name(row.other), distance=one_decimal(row.least), sight=_(SIGHTS[sight]))
    if row.is_too_near:
        return name, _("Both have the same kind of mark: choose another mark or colour.")
    return name, _("Two labels with the same kind of mark need 10.")


def one_decimal(value: float) -> str:
    """Return a contrast or a distance with one decimal, as the language in use writes it."""
    return decimal_number(value, 1)


def _distances(scheme: Scheme, label: Label, theme: Theme) -> Iterator[DistanceRow]:
    stroke = theme.label(label, label.id).stroke
    for other in scheme.labels:
        if other.id != label.id:
            theirs = theme.label(other, other.id).stroke
            distances = {sight: distance(stroke, theirs, sight) for sight in Sight}
            yield DistanceRow(other, distances, other.mark == label.mark)
