"""A theme's colours, read from its file."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from annotator.language.label_names import shown_letter
from annotator.storage.program.resources import resource
from annotator.ui.theme.colour import over, readable
from annotator.ui.theme.label_colours import LabelColours, LabelPalette

if TYPE_CHECKING:
    from annotator.model.scheme import Label  # here: the first picture has no label

ACCENT_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of the window, named by use; ``highlight`` and the labels' fills are translucent."""

    name: str
    dark: bool
    high_contrast: bool
    labels: LabelPalette
    window: QColor
    panel: QColor
    base: QColor
    raised: QColor
    hover: QColor
    pressed: QColor
    text: QColor
    muted: QColor
    border: QColor
    control: QColor
    accent: QColor
    accent_text: QColor
    accent_soft: QColor
    highlight: QColor
    highlighted_text: QColor
    read: QColor
    cap: QColor
    success: QColor
    warning: QColor
    error: QColor
    success_bg: QColor
    warning_bg: QColor
    error_bg: QColor
    _seen: dict[Hashable, LabelColours] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def outline(self) -> QColor:
        """Return the colour of the outlines of fields and buttons, whose words or icons are seen without them.

        It is soft, as the look has it, save in high contrast.
        """
        return self.control if self.high_contrast else self.border

    def label(self, label: Label | None, id: str) -> LabelColours:
        """Return the colours and the mark of the label ``id``; grey where the scheme lacks it and ``label`` is None."""
        key = (id, letter := shown_letter(label), label.colour, label.mark) if label else id
        if key not in self._seen:
            colours = self.labels.colours(label.colour if label else self.labels.unknown)
            self._seen[key] = replace(colours, mark=label.mark, sign=letter) if label else colours
        return self._seen[key]


def load_theme(name: str) -> Theme:
    """Load the theme ``resources/themes/<name>.json``."""
    tokens = json.loads(resource(f"themes/{name}.json").read_text("utf-8"))
    colours = {name: QColor(value) for name, value in tokens["colours"].items()}
    labels = LabelPalette(
        ground=colours["base"],
        ink=colours["text"],
        opacity=tokens["fill_opacity"],
        behind_text=QColor(tokens["tint_behind_text"]),
        unknown=tokens["unknown_label"],
        given=tokens["labels"],
    )
    return Theme(
        name=tokens["name"],
        dark=tokens["dark"],
        high_contrast=False,
        labels=labels,
        highlighted_text=colours["text"],
        **colours,
    )


def with_accent(theme: Theme, wanted: QColor) -> Theme:
    """Return the theme with the accent ``wanted``, or the nearest of its hue that is readable on the backgrounds."""
    accent = readable(wanted, ACCENT_CONTRAST, (theme.base, theme.window, theme.raised))
    return replace(
        theme,
        accent=accent,
        accent_text=theme.base,
        accent_soft=over(accent, 0.12, theme.base),
        highlight=QColor(accent.red(), accent.green(), accent.blue(), theme.highlight.alpha()),
    )
