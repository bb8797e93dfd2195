"""Values of an annotation that a rule has filled and nobody has confirmed."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import Annotation, Value
from annotator.model.attribute_edits import refilled
from annotator.model.change import Change


def filled_by_rule(annotation: Annotation, values: Mapping[str, Value]) -> Change:
    """Return the change that gives the annotation these values by rule, as tagging a figure does."""
    return Change((annotation,), (refilled(annotation, (), values),))
