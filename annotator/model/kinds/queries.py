"""Queries: questions to the author about a fact or the article, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


class Query(Item, frozen=True):
    """A question ``text`` to the author, about the annotation with the id ``about`` or, without one, the article.

    It is open until ``answered``. ``by`` is the annotator; ``asked`` and ``answered`` are times, UTC.
    """

    about: str = ""
    text: str = ""
    by: str = ""
    asked: str = ""
    answer: str = ""
    answered: str = ""
    extra: Mapping[str, Value] = NOTHING


QUERIES = Kind(
    Query,
    section="queries",
    noun="query",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("about", "about", Form.WORD, refers_to=(Annotation,)),
        Key("text", "text"),
        Key("by", "by"),
        Key("asked", "asked"),
        Key("answer", "answer"),
        Key("answered", "answered"),
    ),
    phrase=Counted(
        nN_("{count} query added", "{count} queries added"),
        nN_("{count} query removed", "{count} queries removed"),
        nN_("{count} query changed", "{count} queries changed"),
    ),
)
