"""Colours of marks by the label, or by the state of check; the shapes stay those of the label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from annotator.model.annotation import CHECK_STATES, Annotation
from annotator.model.scheme import Scheme
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.state_glyphs import state_sign
from annotator.ui.theme.tokens import Theme

STATE = "\0state:"
"""Beginning of a key of colours that is no label's: no id of a label has that character."""

BASES: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            CHECK_STATES,
            ("#E69F00", "#56B4E9", "#009E73", "#FF3366", "#CC79A7", "#F0E442", "#6633CC"),
            strict=True,
        )
    )
)
"""Base colours of the states, told apart by normal and by colour-blind eyes; a scheme may say others."""

WITHOUT, NO_SIGN = "#999999", "·"


class Colouring:
    """Keys of colours, by which marks and badges are drawn and grouped; ``by_state``: by state instead of label."""

    def __init__(self) -> None:
        self.by_state = False

    def key(self, annotation: Annotation) -> str:
        """Return the key of the annotation's colours."""
        return f"{STATE}{annotation.state}" if self.by_state else annotation.label

    @staticmethod
    def colours(theme: Theme, scheme: Scheme | None, key: str) -> LabelColours:
        """Return the colours of a key, of a label or of a state."""
        if not key.startswith(STATE):
            return theme.label(scheme.label(key) if scheme else None, key)
        return state_colours(theme, scheme, key.removeprefix(STATE))


def state_colours(theme: Theme, scheme: Scheme | None, state: str) -> LabelColours:
    """Return the colours of a state with its sign for the badge; grey without a state."""
    own = {rule.id: rule.colour for rule in scheme.states} if scheme else {}
    base = own.get(state) or BASES.get(state, WITHOUT)
    return replace(theme.labels.colours(base), sign=state_sign(state) or NO_SIGN)
