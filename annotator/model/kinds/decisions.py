"""Decisions of a reviewer, or of a final version, about annotations of others, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_

NONE, OWN = "none", "own"
"""What ``took`` says where nobody was followed: nothing is right here, or the decider's own version is."""

REASONS = ("edges", "label", "values", "relations", "missed", "superfluous", "guideline", "slip")
"""Reasons that a decision gives by a word; any other text is kept."""


@dataclass(frozen=True, slots=True)
class Decision(Item):
    """A decision about the same words in the documents of one or several annotators.

    ``over`` has the digest of what each annotator's version said, by the annotator's name, and an empty one where it
    said nothing there; ``of`` has the ids of these versions in their documents. ``took`` is the name of the annotator
    who was followed, ``NONE`` or ``OWN``; ``result`` is the annotation in this document that came of it, if any.
    ``why`` is one of ``REASONS`` or any text. ``by`` is who decided and ``at`` the time, UTC.
    """

    over: Mapping[str, Value] = field(default_factory=lambda: NOTHING)
    of: Mapping[str, Value] = field(default_factory=lambda: NOTHING)
    took: str = ""
    result: str = ""
    why: str = ""
    by: str = ""
    at: str = ""
    extra: Mapping[str, Value] = field(default_factory=lambda: NOTHING)


DECISIONS = Kind(
    Decision,
    section="decisions",
    noun="decision",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("over", "over", Form.VALUES),
        Key("of", "of", Form.VALUES),
        Key("took", "took", Form.WORD),
        Key("result", "result", Form.WORD, refers_to=(Annotation,)),
        Key("why", "why"),
        Key("by", "by"),
        Key("at", "at"),
    ),
    phrase=Counted(
        nN_("{count} decision added", "{count} decisions added"),
        nN_("{count} decision removed", "{count} decisions removed"),
        nN_("{count} decision changed", "{count} decisions changed"),
    ),
)
