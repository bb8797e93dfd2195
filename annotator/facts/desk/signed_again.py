"""Sign-offs after a change of names: a fact that says what was signed goes on saying it, by its new digest."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from annotator.facts.desk.digests import digests
from annotator.model.annotation import Value
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.sign_offs import SignOff


def with_digests_of_new_names(before: Document, after: Document) -> Document:
    """Return the document ``after`` a change of names alone, in which what was signed ``before`` is signed still.

    A fact that said something else than what was signed keeps the digest that it has, and is open as it was.
    """
    sign_offs = after.of(SignOff)
    signed = set(chain.from_iterable(item.facts for item in sign_offs.values()))
    facts = signed & before.annotations.keys() & after.annotations.keys()
    said, says = (digests(each, [each.annotations[id] for id in facts]) for each in (before, after))
    if said == says:
        return after
    return after.with_items(SignOff, {id: _followed(item, said, says) for id, item in sign_offs.items()})


def _followed(item: SignOff, said: Mapping[str, str], says: Mapping[str, str]) -> SignOff:
    facts: dict[str, Value] = {id: says[id] if said.get(id) == it else it for id, it in item.facts.items()}
    return item if facts == item.facts else altered(item, facts=facts)
