"""Content of the dialog of sign-offs: the open article, its signatures, and what is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.facts.desk.rounds import in_order, round_of
from annotator.facts.desk.signing import InTheWay
from annotator.language.plain_line import plain_line
from annotator.model.kinds.sign_offs import SignOff
from annotator.session.editing.desk.desk_words import reason_words
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.sign_offs.words import signature_words
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.dialogs.sign_off_dialog.open_row import OpenItem
from annotator.ui.widgets.words.local_time import local_time


@dataclass(frozen=True, slots=True)
class Content:
    """Article, the round in which it would be signed, the SHA-256 of its text, who has signed, and what is open.

    ``refusal`` says why it cannot be signed at all; empty if it can.
    """

    article: str
    round: int
    sha256: str
    signed: tuple[str, ...]
    items: tuple[OpenItem, ...]
    facts: int
    refusal: str


def content_of(session: Session, signing: Signing) -> Content:
    """Return what is to be shown of the open article."""
    document = session.document
    signed = in_order(document.of(SignOff).values())
    said = tuple(signature_words(plain_line(item.by), round_of(item), local_time(item.at)) for item in signed)
    read_only = session.current.read_only if session.current else ""
    facts = len(signing.standing.facts)
    article = document.article
    return Content(
        article.name,
        signing.round,
        article.sha256,
        said,
        tuple(_items(session, signing.in_the_way())),
        facts,
        read_only,
    )


def _items(session: Session, in_the_way: InTheWay) -> Iterator[OpenItem]:
    for fact in in_the_way.facts:
        yield OpenItem(fact.annotation.id, session.words(fact.annotation), reason_words(fact.reasons))
    for fact in in_the_way.again:
        yield OpenItem(fact.annotation.id, session.words(fact.annotation), reason_words(fact.reasons), again=True)
    for query in in_the_way.queries:
        yield OpenItem(query.id, query.text, _("open query about the article"), place=False)
