"""Standing of the sign-offs of a document: which facts are signed, by whom, and which are reopened and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from annotator.facts.desk.digests import KnownDigests
from annotator.facts.desk.open_facts import facts_of
from annotator.facts.desk.rounds import latest_round, round_of
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.model.scheme import Scheme


class Cause(Enum):
    """Cause for which a fact is reopened."""

    PLACE = "place"
    """The article has changed, and its words are not certainly the same."""
    SAYS = "says"
    """It says something else than what was signed."""
    NEW = "new"
    """It was not there when the article was signed."""


@dataclass(frozen=True, slots=True)
class FactStanding:
    """Names ``by`` whom a fact is signed, without any if it is not, and why it is ``reopened``, if it is."""

    by: tuple[str, ...] = ()
    reopened: Cause | None = None


@dataclass(frozen=True, slots=True)
class Standing:
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

    A fact is reopened if any sign-off of the latest round has it as reopened, lacks it, or has another digest for it.
    """
    sign_offs, facts = latest_round(document), facts_of(document, scheme)
    if not sign_offs:
        return Standing((), {item.id: FactStanding() for item in facts})
    now = (known or KnownDigests()).of(document, facts)
    names = tuple(dict.fromkeys(item.by for item in sign_offs))
    causes = {id: _cause(id, said, sign_offs) for id, said in now.items()}
    found = {id: FactStanding(() if cause else names, cause) for id, cause in causes.items()}
    return Standing(sign_offs, found, all(item.sha256 == document.article.sha256 for item in sign_offs))


def _cause(id: str, said: str, sign_offs: tuple[SignOff, ...]) -> Cause | None:
    if any(id in item.reopened for item in sign_offs):
        return Cause.PLACE
    if not any(id in item.facts for item in sign_offs):
        return Cause.NEW
    return None if all(item.facts.get(id) == said for item in sign_offs) else Cause.SAYS
