"""Criticisms: what is said against somebody, with the reply that was asked for, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


class Criticism(Item, frozen=True):
    """Criticism of ``against`` in the annotations ``of``, for the right of reply.

    It is answered where ``answered_in`` has the annotations with the reply, or ``answer`` says what was replied or why
    there is no reply. ``put`` is the day on which it was put to the criticised, “2026-11-28”.
    """

    of: tuple[str, ...] = ()
    against: str = ""
    put: str = ""
    answered_in: tuple[str, ...] = ()
    answer: str = ""
    extra: Mapping[str, Value] = NOTHING


CRITICISMS = Kind(
    Criticism,
    section="criticism",
    noun="criticism",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("of", "of", Form.WORDS, refers_to=(Annotation,)),
        Key("against", "against"),
        Key("put", "put"),
        Key("answered_in", "answered_in", Form.WORDS, refers_to=(Annotation,)),
        Key("answer", "answer"),
    ),
    phrase=Counted(
        nN_("{count} criticism added", "{count} criticisms added"),
        nN_("{count} criticism removed", "{count} criticisms removed"),
        nN_("{count} criticism changed", "{count} criticisms changed"),
    ),
)
