"""Types of relation in words, read from either end."""

from __future__ import annotations

from annotator.language.label_names import capitalised
from annotator.language.plain_line import plain_line
from annotator.translation.messages import N_, _

# Translators: types of relation, between the words of two annotations: “Thousands fled” attributed to “the mayor”.
BUILT_IN = {
    "attributed_to": N_("attributed to"),
    "cued_by": N_("cued by"),
    "quantifies": N_("quantifies"),
    "quoted_in": N_("quoted in"),
    "repeats": N_("repeats"),
    "contradicts": N_("contradicts"),
    "updates": N_("updates"),
    "part_of": N_("part of"),
    "via": N_("via"),
}
"""Types of the built-in scheme; those of others are shown as their scheme has them."""

# Translators: the same types as they read from the other end: “the mayor” source of “Thousands fled”.
INVERSE = {
    "attributed_to": N_("source of"),
    "cued_by": N_("cue for"),
    "quantifies": N_("quantified by"),
    "quoted_in": N_("words of"),
    "repeats": N_("repeated by"),
    "updates": N_("updated by"),
    "part_of": N_("has part"),
    "via": N_("passed on by"),
}


def type_words(type: str) -> str:
    """Return the type of a relation for use within a sentence: “attributed to”."""
    return _(BUILT_IN[type]) if type in BUILT_IN else plain_line(capitalised(type)).lower()


def direction_words(type: str, *, inwards: bool) -> str:
    """Return the type as read from the end where the relation begins or, if ``inwards``, where it leads."""
    return _(INVERSE[type]) if inwards and type in INVERSE else type_words(type)
