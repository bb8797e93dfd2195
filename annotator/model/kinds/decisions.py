"""Decisions of a reviewer, or of a final version, about annotations of others, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_

NONE, OWN = "none", "own"
"""Values of ``took`` if nobody was followed: nothing is right here, or the decider's own version is."""

NAMED = "."
"""Sign in ``took`` before the name of an annotator who is called “none” or “own”; no name begins with it."""

REASONS = ("edges", "label", "values", "relations", "missed", "superfluous", "guideline", "slip")
"""Reasons that have a word of their own; a decision may give any other text."""


class Decision(Item, frozen=True):
    """A decision about the same words in the documents of one or several annotators.

    ``over`` has the digest of what each annotator's version said, by the annotator's name, and an empty one where it
    said nothing there; ``of`` has the ids of these versions in their documents. ``took`` is ``NONE``, ``OWN`` or
    what ``taking`` returns for the annotator who was followed; ``result`` is the annotation in this document that came
    of it, if any. ``why`` is one of ``REASONS`` or any text. ``by`` is who decided and ``at`` the time, UTC.
    """

    over: Mapping[str, Value] = NOTHING
    of: Mapping[str, Value] = NOTHING
    took: str = ""
    result: str = ""
    why: str = ""
    by: str = ""
    at: str = ""
    extra: Mapping[str, Value] = NOTHING

    @property
    def followed(self) -> str:
        """The name of the annotator who was followed; empty where nobody was."""
        return taken(self.took)


def taking(annotator: str) -> str:
    """Return what ``took`` says where that annotator was followed."""
    return NAMED + annotator if annotator in (NONE, OWN) else annotator


def taken(took: str) -> str:
    """Return the name of the annotator that ``took`` says was followed; empty where nobody was."""
    return "" if took in (NONE, OWN) else took.removeprefix(NAMED)


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
