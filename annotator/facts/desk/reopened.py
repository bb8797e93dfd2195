"""Facts that are reopened: signed once, but not as they stand now, or not there when the article was signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from annotator.facts.desk.digests import KnownDigests
from annotator.facts.desk.rounds import latest_round
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff


class Cause(Enum):
    """Cause for which a fact is reopened."""

    PLACE = "place"
    """The article has changed, and its words are not certainly the same."""
    SAYS = "says"
    """It says something else than what was signed."""
    NEW = "new"
    """It was not there when the article was signed."""


def reopened_facts(
    document: Document, facts: Iterable[Annotation], known: KnownDigests | None = None
) -> Mapping[str, Cause]:
    """Return why each of these facts of the document is reopened, by id; facts that are signed are left out.

    A fact is reopened if any sign-off of the latest round has it as reopened, lacks it, or has another digest for it.
    Digests that are ``known`` are not worked out again. Without a sign-off no fact is reopened.
    """
    sign_offs = latest_round(document)
    if not sign_offs:
        return {}
    now = (known or KnownDigests()).of(document, facts)
    causes = ((id, _cause(id, said, sign_offs)) for id, said in now.items())
    return {id: cause for id, cause in causes if cause}


def _cause(id: str, said: str, sign_offs: tuple[SignOff, ...]) -> Cause | None:
    if any(id in item.reopened for item in sign_offs):
        return Cause.PLACE
    if not any(id in item.facts for item in sign_offs):
        return Cause.NEW
    return None if all(item.facts.get(id) == said for item in sign_offs) else Cause.SAYS
