"""Content of the dialog of sign-offs: the open article, its signatures, and what is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.facts.desk.rounds import in_order, round_of
from annotator.facts.desk.standing import Cause
from annotator.language.plain_line import plain_line
from annotator.model.kinds.sign_offs import SignOff
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.sign_offs.words import cause_words, reason_words, signature_words
from annotator.session.session import Session
from annotator.translation.messages import _, listed
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
    return Content(article.name, signing.round, article.sha256, said, tuple(_items(session, signing)), facts, read_only)


def _items(session: Session, signing: Signing) -> Iterator[OpenItem]:
    in_the_way, standing = signing.in_the_way(), signing.standing
    for fact in in_the_way.facts:
        why = [*map(reason_words, fact.reasons)]
        if standing.facts[fact.annotation.id].reopened is Cause.PLACE:
            why.append(cause_words(Cause.PLACE))
        yield OpenItem(fact.annotation.id, session.words(fact.annotation), listed(why))
    for again in signing.to_check_again():
        yield OpenItem(again.id, session.words(again), cause_words(Cause.PLACE), again=True)
    for query in in_the_way.queries:
        yield OpenItem(query.id, query.text, _("open query about the article"), place=False)
