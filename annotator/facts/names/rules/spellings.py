"""Two spellings of a person's name.

Example: “Dana Reiff” and “Dana Reif”, “Mohammed Lahham” and “Muhammad Lahham”; “Dana Reiff” and, without a first name
but beside a verb of saying or behind a title, “Reif”. Counter-example: “Dana Reiff” and “Tom Reif” have other first
names, and “Anna Lund” and “Anna Lunde” who stand in one sentence are told apart there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from annotator.facts.finding import Finding
from annotator.facts.names.mention import ORGANISATION, PERSON, PLACE, UNKNOWN, Mention
from annotator.facts.names.name_facts import NameFacts
from annotator.facts.names.rules.likeness import are_spellings, are_swapped, sound_alike, sounds, without_accents
from annotator.translation.messages import _, number

RULE = "spelling"
Forms = Mapping[str, Sequence[Mention]]


def findings(facts: NameFacts) -> Iterator[Finding]:
    """Yield a finding for each two forms that may be of one person."""
    if facts.known is None:
        return
    full, bare = _persons(facts)
    for one, other in _near(full):
        if _are_one(one.split(), other.split()) and not facts.share_a_sentence(full[one], full[other]):
            yield _finding(one, full[one], other, full[other])
    for form, mentions in bare.items():
        if (other := _surname_like(form, full)) and not facts.share_a_sentence(mentions, _of_surname(facts, other)):
            yield _finding(other, full[other], form, mentions)


def _near(full: Forms) -> Iterable[tuple[str, str]]:
    """Return the pairs of full names with the same first name or surname, by their letters or sounds."""
    alike = defaultdict[tuple[str, str], list[str]](list)
    for form in full:
        first, *_rest, last = form.split()
        for key in (("first", without_accents(first)), ("sound", sounds(first)), ("last", without_accents(last))):
            alike[key].append(form)
    return dict.fromkeys(pair for group in alike.values() for pair in combinations(group, 2))


def _persons(facts: NameFacts) -> tuple[Forms, Forms]:
    """Return the forms of persons with a first name, and those that are one word, which no full name has."""
    forms = facts.forms()
    full = {form: found for form, found in forms.items() if _is_full_name(form) and _may_be_person(found)}
    parts = {word for form in full for word in form.split()}
    bare = {
        form: found
        for form, found in forms.items()
        if " " not in form and form not in parts and not form.isupper() and _is_person(found)
    }
    return full, bare


def _is_full_name(form: str) -> bool:
    """Return True for two words or more of which none is an acronym: not “CTRL-X CTRL-N”."""
    words = form.split()
    return len(words) > 1 and not any(len(word) > 2 and word.isupper() for word in words)


def _may_be_person(mentions: Sequence[Mention]) -> bool:
    kinds = {mention.kind for mention in mentions}
    return kinds <= {PERSON, UNKNOWN} and not any(mention.at for mention in mentions)


def _is_person(mentions: Sequence[Mention]) -> bool:
    kinds = {mention.kind for mention in mentions}
    spoken = any(mention.title or mention.said for mention in mentions)
    return spoken and kinds.isdisjoint((ORGANISATION, PLACE)) and not any(mention.at for mention in mentions)


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    if without_accents(one[-1]) == without_accents(other[-1]):
        middle = len(one) == len(other) and one[1:-1] == other[1:-1]
        first = sound_alike(one[0], other[0]) and one[0].casefold() != other[0].casefold()
        plain, others = " ".join(one), " ".join(other)
        accents = without_accents(plain) == without_accents(others) and plain.lower() != others.lower()
        return (middle and first) or accents
    return _same_first(one[0], other[0]) and one[1:-1] == other[1:-1] and are_spellings(one[-1], other[-1])


def _same_first(one: str, other: str) -> bool:
    return without_accents(one) == without_accents(other) or sound_alike(one, other)


def _surname_like(form: str, full: Forms) -> str:
    """Return the only full name whose surname the form may be; empty where there is none, or several."""
    alike = [name for name, found in full.items() if _is_surname(form, name) and _is_said_or_titled(found)]
    return alike[0] if len({name.split()[-1] for name in alike}) == 1 and len(alike) == 1 else ""


def _of_surname(facts: NameFacts, name: str) -> list[Mention]:
    """Return all mentions of the surname, with the first name and without."""
    surname = name.split()[-1]
    return [mention for form, found in facts.forms().items() if form.split()[-1] == surname for mention in found]


def _is_surname(form: str, name: str) -> bool:
    surname = name.split()[-1]
    return surname[0].casefold() == form[0].casefold() and are_spellings(surname, form)


def _is_said_or_titled(mentions: Sequence[Mention]) -> bool:
    return any(mention.kind == PERSON for mention in mentions)


def _finding(one: str, some: Sequence[Mention], other: str, others: Sequence[Mention]) -> Finding:
    first, second = sorted(((one, some), (other, others)), key=lambda pair: -len(pair[1]))
    sentence = _("“{one}” stands here {count} ×, “{other}” {other_count} ×.").format(
        one=first[0], count=number(len(first[1])), other=second[0], other_count=number(len(second[1]))
    )
    places = (first[1][0].place, second[1][0].place)
    return Finding(RULE, _("Two spellings of a name"), sentence, places, (first[0], second[0]), _hint(one, other))


def _hint(one: str, other: str) -> str:
    words, others = one.split(), other.split()
    first, second = (words[0], others[0]) if words[-1] == others[-1] else (words[-1], others[-1])
    if without_accents(first) == without_accents(second):
        return _("Only accents differ.")
    if are_swapped(first, second):
        return _("Two letters have changed places.")
    if sound_alike(first, second):
        return _("It may be one name from another script.")
    return ""
