"""Variants of a fixed name: the same words with other small words between them, or with one word spelled otherwise.

Example: “Committee of the Red Cross” and “Committee for the Red Cross”; “Harbour Safety Board” and “Harbor Safety
Board”. Counter-example: “Ministry of Health” and “Ministry of Housing”, “North Harbour Board” and “South Harbour Board”
are two names each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from annotator.facts.finding import Finding, Place
from annotator.facts.names.mention import DATE, PERSON, TITLE
from annotator.facts.names.name_facts import NameFacts
from annotator.facts.names.name_words import NameWords
from annotator.facts.names.rows import NameRow
from annotator.language.folding import folded
from annotator.model.span import Span
from annotator.translation.messages import _, number

RULE = "fixed-name"
FEWEST, FEWEST_RESPELLED = 2, 3
"""Words with a capital that a name needs to be compared."""
SHORTEST = 5
"""Letters of a word that may be spelled in two ways: “Harbour”, “Harbor”."""


def findings(facts: NameFacts) -> Iterator[Finding]:
    """Yield a finding for each two forms of one fixed name."""
    if facts.known is not None:
        forms = {form: found for form, found in facts.forms().items() if _is_fixed(mention.kind for mention in found)}
        yield from findings_among({form: [one.place for one in found] for form, found in forms.items()}, facts.known)


def findings_among_rows(rows: Iterable[NameRow], known: NameWords) -> Iterator[Finding]:
    """Yield a finding for each two forms of one fixed name in the rows of a folder."""
    forms = defaultdict[str, list[Place]](list)
    for row in rows:
        if _is_fixed([row.kind]):
            for variant in row.variants:
                forms[variant.written] += variant.places
    yield from findings_among(forms, known)


def findings_among(forms: Mapping[str, Sequence[Place]], known: NameWords) -> Iterator[Finding]:
    """Yield a finding for each two of the forms that are one fixed name, each with its places."""
    alike = defaultdict[tuple[str, ...], list[str]](list)
    for form in forms:
        for key in _keys(form, known):
            alike[key].append(form)
    pairs = dict.fromkeys(pair for group in alike.values() for pair in combinations(group, 2))
    for one, other in pairs:
        if _are_variants(one, other, known):
            often, seldom = sorted((one, other), key=lambda form: (-len(forms[form]), _first(forms[form])))
            yield _finding(often, seldom, forms)


def _keys(form: str, known: NameWords) -> Iterator[tuple[str, ...]]:
    """Yield what variants of the name share: its words, and these without one that may be spelled in two ways."""
    words = [] if form.isupper() else _capitals(form, known)
    if len(form.split()) > FEWEST <= len(words):
        yield tuple(words)
    if len(words) >= FEWEST_RESPELLED:
        for at, word in enumerate(words):
            if _may_be_respelled(word):
                yield (*words[:at], "", *words[at + 1 :])


def _is_fixed(kinds: Iterable[str]) -> bool:
    return {PERSON, DATE, TITLE}.isdisjoint(kinds)


def _are_variants(one: str, other: str, known: NameWords) -> bool:
    if one.casefold() == other.casefold():
        return False
    apart = [pair for pair in zip(_capitals(one, known), _capitals(other, known), strict=True) if pair[0] != pair[1]]
    return not apart or (len(apart) == 1 and _is_respelled(*apart[0]))


def _capitals(form: str, known: NameWords) -> list[str]:
    """Return the words but for the small ones that join them."""
    return [folded(word) for word in form.split() if not (known.has("joins", word) or word in ("the", "and"))]


def _may_be_respelled(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _is_respelled(one: str, other: str) -> bool:
    alike = _may_be_respelled(one) and _may_be_respelled(other) and one[0] == other[0]
    return alike and OSA.distance(one, other) == 1 and one != f"{other}s" and other != f"{one}s"


def _first(places: Sequence[Place]) -> tuple[str, Span]:
    return min((place.article, place.span) for place in places)


def _finding(one: str, other: str, forms: Mapping[str, Sequence[Place]]) -> Finding:
    some, others = forms[one], forms[other]
    sentence = _("“{one}” stands here {count} ×, “{other}” {other_count} ×.")
    return Finding(
        RULE,
        _("Variants of a fixed name"),
        sentence.format(one=one, count=number(len(some)), other=other, other_count=number(len(others))),
        (some[0], others[0]),
        (one, other),
    )
