"""Signing of a document: what stands in the way, and the sign-off of somebody who stands for its text and facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from annotator.facts.desk.digests import digests
from annotator.facts.desk.fact_numbers import fact_numbers
from annotator.facts.desk.open_facts import OpenFact, Reason, checked_facts, is_answered
from annotator.facts.desk.rounds import in_order, latest_round, round_of
from annotator.facts.desk.which_facts import facts_of
from annotator.model.document import Document
from annotator.model.kinds.queries import Query
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme


class SigningError(Exception):
    """The document cannot be signed."""


class NamelessError(SigningError):
    """Nobody has said who signs."""


class OpenFactsError(SigningError):
    """Facts or queries about the article are open without a reason why; ``ids`` names them."""

    def __init__(self, ids: Collection[str]) -> None:
        super().__init__(", ".join(ids))
        self.ids = tuple(ids)


class SignedAlreadyError(SigningError):
    """The same person has signed this text with these facts already."""


class InTheWay(Struct, frozen=True):
    """Open facts and open queries about the article, each of which needs a reason before the document is signed.

    ``again`` are facts that only have to be checked again, as a new draft has changed them since they were signed.
    """

    facts: tuple[OpenFact, ...]
    queries: tuple[Query, ...]
    again: tuple[OpenFact, ...] = ()

    def ids(self) -> Iterator[str]:
        """Iterate over the ids of what needs a reason: facts and queries."""
        yield from (fact.annotation.id for fact in self.facts)
        yield from (query.id for query in self.queries)


def in_the_way(document: Document, scheme: Scheme) -> InTheWay:
    """Return what stands in the way of a sign-off, in the order of the text."""
    found = [fact for fact in checked_facts(document, scheme) if fact.reasons]
    again = tuple(fact for fact in found if fact.reasons == (Reason.REOPENED,))
    facts = tuple(fact for fact in found if fact.reasons != (Reason.REOPENED,))
    queries = (query for query in document.of(Query).values() if not query.about and not is_answered(query))
    return InTheWay(facts, tuple(sorted(queries, key=lambda query: (query.asked, query.id))), again)


def sign(document: Document, scheme: Scheme, *, id: str, by: str, at: str, exceptions: Mapping[str, str]) -> SignOff:
    """Return the sign-off with that id of the document ``by`` a person ``at`` a time, UTC.

    ``exceptions`` has the reason why a fact or a query about the article is open, by its id. Raises NamelessError
    without a name, OpenFactsError where something is open without a reason, and SignedAlreadyError.
    """
    name, reasons = " ".join(by.split()), {id: reason.strip() for id, reason in exceptions.items()}
    if not name:
        raise NamelessError
    still_open = list(in_the_way(document, scheme).ids())
    if missing := [id for id in still_open if not reasons.get(id)]:
        raise OpenFactsError(missing)
    said = digests(document, facts_of(document, scheme))
    return SignOff(
        id,
        name,
        at,
        str(_round(document, said, name)),
        document.article.sha256,
        exceptions={id: reasons[id] for id in still_open},
        facts=said,
        numbers=fact_numbers(document, scheme),
    )


def next_round(document: Document, scheme: Scheme) -> int:
    """Return the round in which the document would be signed now."""
    return _next(document, digests(document, facts_of(document, scheme)))


def _round(document: Document, said: Mapping[str, str], name: str) -> int:
    """Return the round of a sign-off. Raises SignedAlreadyError."""
    number = _next(document, said)
    signed = latest_round(document)
    if signed and number == round_of(signed[-1]) and any(_same(name, item.by) for item in signed):
        raise SignedAlreadyError
    return number


def _next(document: Document, said: Mapping[str, str]) -> int:
    """Return the latest round where all its sign-offs are of the present text and facts, else the one after it."""
    signed = latest_round(document)
    if not signed:
        return 1
    now = document.article.sha256
    goes_on = all(item.sha256 == now and not item.reopened and dict(item.facts) == said for item in signed)
    last = max(map(round_of, in_order(signed)))
    return last if goes_on and last else last + 1


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
