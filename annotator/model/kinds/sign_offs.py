"""Sign-offs: who stands for which text and which facts, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


class SignOff(Item, frozen=True):
    """The signature of ``by`` under the text with that ``sha256``, in a ``round``: “1”, “2”, ….

    By the id of the annotation, ``exceptions`` has the reason why a fact was open, ``facts`` the digest of what each
    said, and ``numbers`` the number of each, which it keeps. ``reopened`` has the ids of those that a later draft has
    changed. ``at`` is the time, UTC.
    """

    by: str = ""
    at: str = ""
    round: str = ""
    sha256: str = ""
    exceptions: Mapping[str, Value] = NOTHING
    facts: Mapping[str, Value] = NOTHING
    numbers: Mapping[str, Value] = NOTHING
    reopened: tuple[str, ...] = ()
    extra: Mapping[str, Value] = NOTHING


SIGN_OFFS = Kind(
    SignOff,
    section="signed",
    noun="sign-off",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("by", "by"),
        Key("at", "at"),
        Key("round", "round"),
        Key("sha256", "sha256"),
        Key("exceptions", "exceptions", Form.VALUES),
        Key("facts", "facts", Form.VALUES),
        Key("numbers", "numbers", Form.VALUES),
        Key("reopened", "reopened", Form.WORDS, refers_to=(Annotation,)),
    ),
    phrase=Counted(
        nN_("{count} sign-off added", "{count} sign-offs added"),
        nN_("{count} sign-off removed", "{count} sign-offs removed"),
        nN_("{count} sign-off changed", "{count} sign-offs changed"),
    ),
)
