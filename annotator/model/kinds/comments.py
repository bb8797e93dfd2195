"""Comments: what one annotator or reviewer says to another, in threads, and their row in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_


class Comment(Item, frozen=True):
    """The words ``text`` of ``by`` on the annotation with the id ``on`` or, without one, on the article.

    ``annotator`` is whose annotation that is; empty for one of the same document. ``reply_to`` is the id of the comment
    that it answers, which may be in another annotator's document. A comment that begins a thread may be ``settled``.
    ``at`` is the time, UTC. Nothing is removed with what a comment is on: what was said stays.
    """

    on: str = ""
    annotator: str = ""
    by: str = ""
    at: str = ""
    text: str = ""
    reply_to: str = ""
    settled: bool = False
    extra: Mapping[str, Value] = NOTHING


COMMENTS = Kind(
    Comment,
    section="comments",
    noun="comment",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("on", "on", Form.WORD),
        Key("annotator", "annotator", Form.WORD),
        Key("by", "by"),
        Key("at", "at"),
        Key("text", "text"),
        Key("reply_to", "reply_to", Form.WORD),
        Key("settled", "settled", Form.FLAG),
    ),
    phrase=Counted(
        nN_("{count} comment added", "{count} comments added"),
        nN_("{count} comment removed", "{count} comments removed"),
        nN_("{count} comment changed", "{count} comments changed"),
    ),
)
