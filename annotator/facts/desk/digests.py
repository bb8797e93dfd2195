"""Digests of what facts say, by which a sign-off tells whether a fact still says what was signed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import sha256
from operator import is_not
from typing import Any, TypeAlias

from annotator.facts.desk.which_facts import VERDICT
from annotator.language.folding import IS_UNSEEN
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.document import Document
from annotator.model.items import Item

DIGITS = 16
"""Hexadecimal digits of a digest: 64 bits, for which two of a million facts are the same once in 37 million."""

OUT, IN = "out", "in"
End: TypeAlias = tuple[str, Relation, Annotation]
"""Direction of a relation, the relation, and the annotation at its other end."""


def digest(annotation: Annotation, document: Document) -> str:
    """Return the digest of what a fact of the document says, 16 hexadecimal digits.

    It is the beginning of the SHA-256 (FIPS 180-4) of the UTF-8 of a JSON array without blanks, with sorted keys and
    numbers by their value (after RFC 8785): label, words, attributes, state, wording, and the relations, sorted, each
    with its direction, type and attributes, and with the label of its other end, and the words and attributes but the
    verdict of one that has another label than the fact.
    Blanks and what cannot be seen do not count in words. Ids, times, offsets, notes and the origin are not in it.
    """
    return digests(document, [annotation])[annotation.id]


def digests(document: Document, annotations: Iterable[Annotation]) -> dict[str, str]:
    """Return the digest of each of these annotations of the document by its id."""
    return KnownDigests().of(document, annotations)


class KnownDigests:
    """Digests that are worked out once, as long as a fact, its relations and their other ends are not altered."""

    def __init__(self) -> None:
        self._text = ""
        self._known: dict[str, tuple[tuple[Item, ...], str]] = {}

    def of(self, document: Document, annotations: Iterable[Annotation]) -> dict[str, str]:
        """Return the digest of each of these annotations of the document by its id."""
        if document.article.text is not self._text:
            self._text, self._known = document.article.text, {}
        linked, before, self._known = ends_of(document), self._known, {}
        for item in annotations:
            ends = linked.get(item.id, ())
            parts = (item, *(part for _, *pair in ends for part in pair))
            known = before.get(item.id)
            if known is None or len(known[0]) != len(parts) or any(map(is_not, known[0], parts)):
                known = parts, _digest(item, document, ends)
            self._known[item.id] = known
        return {id: found for id, (_, found) in self._known.items()}


def ends_of(document: Document) -> Mapping[str, list[End]]:
    """Return the relations of each annotation by its id, with the annotations at their other ends."""
    found: dict[str, list[End]] = defaultdict(list)
    annotations = document.annotations
    for relation in document.relations.values():
        source, target = annotations.get(relation.source), annotations.get(relation.target)
        if source and target:
            found[source.id].append((OUT, relation, target))
            found[target.id].append((IN, relation, source))
    return found


def _digest(item: Annotation, document: Document, ends: Iterable[End]) -> str:
    said = [
        item.label,
        _seen(document.words(item)),
        plain_value(item.attributes),
        item.state,
        plain_value(item.wording),
        sorted(written(_at_end(document, item.label, *end)) for end in ends),
    ]
    return sha256(written(said).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _at_end(document: Document, label: str, direction: str, relation: Relation, end: Annotation) -> list[Any]:
    """Return what is said of a relation; an end of the ``label`` of the fact is a fact, which is signed for itself."""
    said = [direction, relation.type, plain_value(relation.attributes), end.label]
    if end.label == label:
        return said
    about = plain_value({name: value for name, value in end.attributes.items() if name != VERDICT})
    return [*said, _seen(document.words(end)), about]


def _seen(words: str) -> str:
    return IS_UNSEEN.sub("", "".join(words.split()))


def plain_value(value: Any) -> Any:
    """Return the value as it is written in JSON; numbers of one value are the same, and none is like no key."""
    if isinstance(value, Mapping):
        return {key: plain_value(one) for key, one in value.items() if one is not None}
    if isinstance(value, list | tuple):
        return [plain_value(one) for one in value]
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return {"number": _number(value)}
    return value


def _number(value: Value) -> str:
    """Return the number as digits and exponent, without the noughts that say nothing; not rounded."""
    sign, digits, exponent = Decimal(str(value)).as_tuple()
    written = "".join(map(str, digits)).lstrip("0")
    plain = written.rstrip("0")
    if not isinstance(exponent, int):
        return f"{sign}{exponent}"
    return f"{'-' * sign}{plain}e{exponent + len(written) - len(plain)}" if plain else "0"


def written(said: Any) -> str:
    """Return the value as JSON without blanks, with sorted keys."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
