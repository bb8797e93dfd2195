"""Standing of the sign-offs of a document: which facts are signed, by whom, and which are reopened and why."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from annotator.facts.desk.digests import KnownDigests
from annotator.facts.desk.reopened import Cause, reopened_facts
from annotator.facts.desk.rounds import latest_round, round_of
from annotator.facts.desk.which_facts import facts_of
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme


class FactStanding(Struct, frozen=True):
    """Names ``by`` whom a fact is signed, without any if it is not, and why it is ``reopened``, if it is."""

    by: tuple[str, ...] = ()
    reopened: Cause | None = None


class Standing(Struct, frozen=True):
    """Sign-offs of the latest round with the standing of each fact, by id, in the order of the text.

    ``same_text`` is False if they are of another text than the present one. ``round`` is 0 if nobody has signed.
    """

    sign_offs: tuple[SignOff, ...]
    facts: Mapping[str, FactStanding]
    same_text: bool = True

    @property
    def round(self) -> int:
        return round_of(self.sign_offs[-1]) if self.sign_offs else 0

    @property
    def names(self) -> tuple[str, ...]:
        """Names of those who have signed, in the order of the times."""
        return tuple(dict.fromkeys(item.by for item in self.sign_offs))

    @property
    def signed(self) -> list[str]:
        """Ids of the facts that are signed."""
        return [id for id, fact in self.facts.items() if fact.by]

    @property
    def reopened(self) -> list[str]:
        """Ids of the facts that are reopened."""
        return [id for id, fact in self.facts.items() if fact.reopened]


def standing(document: Document, scheme: Scheme, known: KnownDigests | None = None) -> Standing:
    """Return who has signed the document and its facts, and which facts are reopened.

    Digests that are ``known`` are not worked out again.
    """
    sign_offs, facts = latest_round(document), facts_of(document, scheme)
    if not sign_offs:
        return Standing((), {item.id: FactStanding() for item in facts})
    causes = reopened_facts(document, facts, known)
    names = tuple(dict.fromkeys(item.by for item in sign_offs))
    found = {item.id: FactStanding((), causes[item.id]) if item.id in causes else FactStanding(names) for item in facts}
    return Standing(sign_offs, found, all(item.sha256 == document.article.sha256 for item in sign_offs))
