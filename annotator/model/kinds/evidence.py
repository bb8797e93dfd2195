"""Evidence: pieces that speak for or against claims, and the row of them in the table of kinds."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.model.annotation import NOTHING, Annotation, Value
from annotator.model.items import Item
from annotator.model.kinds.kind import Counted, Form, Key, Kind
from annotator.translation.messages import nN_

STANCES = ("supports", "contradicts", "context")
EVIDENCE_KINDS = ("document", "data", "interview", "expert", "photo", "other")


class Evidence(Item, frozen=True):
    """One piece that speaks for or against the claims with the ids ``claims``; one piece may serve several.

    ``stance`` is one of ``STANCES`` and ``kind`` one of ``EVIDENCE_KINDS``, any other word that a file gives, or empty.
    ``page`` is a page or a time, “00:12:31”; ``seen`` the day on which it was seen, “2026-11-28”. ``file`` is a path
    below ``.annotator``, named by the SHA-256 of the file's bytes. A piece that is ``confidential`` is left out of
    everything that leaves the folder.
    """

    claims: tuple[str, ...] = ()
    stance: str = ""
    kind: str = ""
    title: str = ""
    publisher: str = ""
    link: str = ""
    archived: str = ""
    quote: str = ""
    page: str = ""
    seen: str = ""
    file: str = ""
    confidential: bool = False
    note: str = ""
    extra: Mapping[str, Value] = NOTHING


EVIDENCE = Kind(
    Evidence,
    section="evidence",
    noun="evidence",
    keys=(
        Key("id", "id", Form.WORD, required=True),
        Key("for", "claims", Form.WORDS, refers_to=(Annotation,)),
        Key("stance", "stance", Form.WORD),
        Key("kind", "kind", Form.WORD),
        Key("title", "title"),
        Key("publisher", "publisher"),
        Key("link", "link"),
        Key("archived", "archived"),
        Key("quote", "quote"),
        Key("page", "page"),
        Key("seen", "seen"),
        Key("file", "file"),
        Key("confidential", "confidential", Form.FLAG),
        Key("note", "note"),
    ),
    phrase=Counted(
        nN_("{count} piece of evidence added", "{count} pieces of evidence added"),
        nN_("{count} piece of evidence removed", "{count} pieces of evidence removed"),
        nN_("{count} piece of evidence changed", "{count} pieces of evidence changed"),
    ),
)
