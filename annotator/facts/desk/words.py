"""Words for what is known of the check of facts: states, stances and kinds of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from annotator.model.annotation import CHECK_STATES
from annotator.model.kinds.evidence import EVIDENCE_KINDS, STANCES
from annotator.model.visible import visible
from annotator.translation.messages import N_, _

STATE_WORDS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            CHECK_STATES,
            (
                N_("to check"),
                N_("asked"),
                N_("confirmed"),
                N_("change"),
                N_("query"),
                N_("opinion"),
                N_("cannot verify"),
            ),
            strict=True,
        )
    )
)
STANCE_WORDS: Mapping[str, str] = MappingProxyType(
    dict(zip(STANCES, (N_("supports"), N_("contradicts"), N_("context")), strict=True))
)
KIND_WORDS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            EVIDENCE_KINDS,
            (N_("document"), N_("data"), N_("interview"), N_("expert"), N_("photo"), N_("other")),
            strict=True,
        )
    )
)


def state_words(state: str) -> str:
    """Return the name of the state of check; one that the program does not know as the file has it."""
    return _(STATE_WORDS[state]) if state in STATE_WORDS else visible(state)


def stance_words(stance: str) -> str:
    """Return the name of the stance; one that the program does not know as the file has it."""
    return _(STANCE_WORDS[stance]) if stance in STANCE_WORDS else visible(stance)


def kind_words(kind: str) -> str:
    """Return the name of the kind of evidence; one that the program does not know as the file has it."""
    return _(KIND_WORDS[kind]) if kind in KIND_WORDS else visible(kind)
