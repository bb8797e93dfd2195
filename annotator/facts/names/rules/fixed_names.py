"""Variants of a fixed name: the same words with other small words between them, or with one word spelled otherwise.

Example: “Committee of the Red Cross” and “Committee for the Red Cross”; “Harbour Safety Board” and “Harbor Safety
Board”. Counter-example: “Ministry of Health” and “Ministry of Housing”, “North Harbour Board” and “South Harbour Board”
are two names each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from annotator.facts.finding import Finding
from annotator.facts.names.mention import DATE, PERSON, TITLE, Mention
from annotator.facts.names.name_facts import NameFacts
from annotator.facts.names.name_words import NameWords
from annotator.language.folding import folded
from annotator.translation.messages import _, number

RULE = "fixed-name"
FEWEST, FEWEST_RESPELLED = 2, 3
"""Words with a capital that a name needs to be compared."""
SHORTEST = 6
"""Letters of a word that may be spelled in two ways: “Harbour”, “Harbor”."""


def findings(facts: NameFacts) -> Iterator[Finding]:
    """Yield a finding for each two forms of one fixed name."""
    if facts.known is None:
        return
    forms = {form: mentions for form, mentions in facts.forms().items() if _is_fixed(form, mentions)}
    for (one, some), (other, others) in combinations(forms.items(), 2):
        if _are_variants(one, other, facts.known):
            first, second = sorted(((one, some), (other, others)), key=lambda pair: -len(pair[1]))
            yield _finding(*first, *second)


def _is_fixed(form: str, mentions: Sequence[Mention]) -> bool:
    kinds = {mention.kind for mention in mentions}
    return len(form.split()) > FEWEST and kinds.isdisjoint((PERSON, DATE, TITLE))


def _are_variants(one: str, other: str, known: NameWords) -> bool:
    words, others = _capitals(one, known), _capitals(other, known)
    if len(words) != len(others) or len(words) < FEWEST or one.casefold() == other.casefold():
        return False
    apart = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    if not apart:
        return True
    return len(words) >= FEWEST_RESPELLED and len(apart) == 1 and _is_respelled(*apart[0])


def _capitals(form: str, known: NameWords) -> list[str]:
    """Return the words but for the small ones that join them."""
    return [folded(word) for word in form.split() if not (known.has("joins", word) or word in ("the", "and"))]


def _is_respelled(one: str, other: str) -> bool:
    alike = min(len(one), len(other)) >= SHORTEST and one[0] == other[0]
    return alike and OSA.distance(one, other) == 1 and one != f"{other}s" and other != f"{one}s"


def _finding(one: str, some: Sequence[Mention], other: str, others: Sequence[Mention]) -> Finding:
    sentence = _("“{one}” stands here {count} ×, “{other}” {other_count} ×.")
    return Finding(
        RULE,
        _("Variants of a fixed name"),
        sentence.format(one=one, count=number(len(some)), other=other, other_count=number(len(others))),
        (some[0].place, others[0].place),
        (one, other),
    )
