"""Dismissals: what a rule has found not to fit and a person has found to fit, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


class Dismissal(Item, frozen=True):
    """The reason ``why`` a finding of a rule does fit.

    ``kind`` is the rule; ``of`` are the annotations that it compared, and ``written`` the words where it compared words
    that are no annotations. ``by`` is the annotator and ``at`` the time, UTC.
    """

    kind: str
    of: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    why: str = ""
    by: str = ""
    at: str = ""
    extra: Mapping[str, Value] = NOTHING


DISMISSALS = Kind(
    Dismissal,
    section="dismissed",
    noun="dismissal",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("kind", "kind", Form.WORD, required=True),
        Key("of", "of", Form.WORDS, refers_to=(Annotation,)),
        Key("written", "written", Form.WORDS),
        Key("why", "why"),
        Key("by", "by"),
        Key("at", "at"),
    ),
    phrase=Counted(
        nN_("{count} dismissal added", "{count} dismissals added"),
        nN_("{count} dismissal removed", "{count} dismissals removed"),
        nN_("{count} dismissal changed", "{count} dismissals changed"),
    ),
)
