"""Names, titles and dates of the article that a person has checked, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


class CheckedName(Item, frozen=True):
    """A name, title or date that is right wherever the article writes it as ``name``, or as one of ``variants``.

    ``kind`` is what it names, a word such as person; ``by`` is the annotator and ``at`` the time, UTC.
    """

    name: str
    variants: tuple[str, ...] = ()
    kind: str = ""
    by: str = ""
    at: str = ""
    extra: Mapping[str, Value] = NOTHING


CHECKED_NAMES = Kind(
    CheckedName,
    section="names",
    noun="name",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("name", "name", required=True),
        Key("variants", "variants", Form.WORDS),
        Key("kind", "kind", Form.WORD),
        Key("by", "by"),
        Key("at", "at"),
    ),
    phrase=Counted(
        nN_("{count} name ticked", "{count} names ticked"),
        nN_("{count} tick of a name removed", "{count} ticks of names removed"),
        nN_("{count} tick of a name changed", "{count} ticks of names changed"),
    ),
)
