"""Mentions of one name put together: the same words, short forms, and acronyms where they can only be of one name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.facts.names.mention import DATE, KINDS, ORGANISATION, PERSON, PLACE, TITLE, UNKNOWN, Mention
from annotator.language.folding import folded

SMALL = re.compile(r"^(?:al|el|ul|an|ad)[- ]")
"""What may be left out before an Arabic name: “Assad” for “al-Assad”."""


@dataclass(slots=True)
class Group:
    """Mentions of one name; ``name`` is the fullest form."""

    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name that an annotator has filed it under, else the longest form, of those the most frequent."""
        entities = Counter(mention.entity for mention in self.mentions if mention.entity)
        if entities:
            return entities.most_common(1)[0][0]
        forms = Counter(mention.written for mention in self.mentions)
        return max(forms, key=lambda form: (len(form.split()), not form.isupper(), forms[form]))

    @property
    def kind(self) -> str:
        """The kind of most mentions, of those that have one."""
        kinds = Counter(mention.kind for mention in self.mentions if mention.kind != UNKNOWN)
        if PERSON in kinds and not any(mention.at for mention in self.mentions):
            return PERSON
        return max(kinds, key=lambda kind: (kinds[kind], -KINDS.index(kind)), default=UNKNOWN)

    @property
    def is_spoken_of_as_person(self) -> bool:
        """True where a mention has a title or stands beside a verb of saying."""
        return any(mention.title or mention.said for mention in self.mentions)

    @property
    def may_be_person(self) -> bool:
        """True where the words of a mention may be a person's full name."""
        return any(mention.personal for mention in self.mentions)


def groups_of(mentions: Sequence[Mention]) -> list[Group]:
    """Return the groups in the order of their first mentions.

    “Reiff” is a form of “Dana Reiff”, unless the article has “Tom Reiff” too; so is “Dana” where she is surely a
    person; “Assad” of “Bashar al-Assad”, “the Board” of “Programme Board”, “ICRC” of “International Committee of the
    Red Cross”. “Norhaven” is none of “Port of Norhaven”, nor “Korea” of “North Korea”.
    """
    groups = _by_words(mentions)
    index = _index(groups)
    for form, group in [*groups.items()]:
        near = dict.fromkeys(
            key for word in (*form.split(), group.name) for key in index.get(word, ()) if key in groups
        )
        if (fuller := _fuller(form, group, {key: groups[key] for key in near})) is not None:
            fuller.mentions += group.mentions
            del groups[form]
    for group in groups.values():
        group.mentions.sort(key=lambda mention: mention.place.span)
    return sorted(groups.values(), key=lambda group: group.mentions[0].place.span)


def _by_words(mentions: Iterable[Mention]) -> dict[str, Group]:
    groups = defaultdict[str, Group](Group)
    for mention in mentions:
        groups[_key(mention)].mentions.append(mention)
    return dict(sorted(groups.items(), key=lambda pair: pair[0].count(" ")))  # short forms first


def _index(groups: dict[str, Group]) -> dict[str, list[str]]:
    """Return the keys of groups by what their short forms have: each word, with parts behind hyphens, and initials."""
    index = defaultdict[str, list[str]](list)
    for key, group in groups.items():
        for word in {*key.split(), *key.replace("-", " ").split(), _initials(group.name)}:
            index[word].append(key)
    return index


def _key(mention: Mention) -> str:
    """Return the words by which mentions are the same: those of the entity, of the date, or as they are written."""
    if mention.kind == DATE:
        return f"{mention.date} {DATE}"
    return folded(mention.entity or mention.written)


def _fuller(form: str, group: Group, groups: dict[str, Group]) -> Group | None:
    """Return the only one of the groups of which the form is a short one; None where there is none, or several."""
    if group.kind in (DATE, TITLE) or any(mention.entity for mention in group.mentions):
        return None
    found = [other for key, other in groups.items() if other is not group and _is_short_for(form, group, key, other)]
    if len(found) < 2:
        return found[0] if found else None
    return None if len({other.name.split()[0].casefold() for other in found}) > 1 else found[-1]


def _is_short_for(form: str, group: Group, full: str, fuller: Group) -> bool:
    if len(full) <= len(form) or fuller.kind in (DATE, TITLE):
        return False
    kinds = {group.kind, fuller.kind}
    if kinds == {PERSON, ORGANISATION} or (kinds & {PERSON} and PLACE in kinds and not group.is_spoken_of_as_person):
        return False
    if fuller.kind == ORGANISATION:
        return (_is_body(form, group) and _ends(full, form)) or _is_acronym(group.name, fuller.name)
    if fuller.kind == PERSON:
        return _is_part_of_person(form, full)
    return fuller.kind == UNKNOWN and fuller.may_be_person and full.endswith(f" {form}")


def _is_body(form: str, group: Group) -> bool:
    return group.kind == ORGANISATION and " " not in form


def _ends(full: str, form: str) -> bool:
    """Return True for the last word, if no “of” is before it."""
    words = full.split()
    return words[-1] == form and words[-2] not in ("of", "for", "de", "du", "für", "the", "des", "del", "la")


def _is_part_of_person(form: str, full: str) -> bool:
    """Return True for the surname, with or without its small words, for the first name, and for a middle name less."""
    words, parts = full.split(), form.split()
    if full.endswith((f" {form}", f"-{form}")) or SMALL.sub("", form) == SMALL.sub("", " ".join(words[1:])):
        return True
    if len(parts) == 1:
        return form == words[0]
    return len(words) > len(parts) == 2 and parts[-1] == words[-1] and parts[0] in (words[0], words[0][0])


def _is_acronym(short: str, full: str) -> bool:
    letters = short.replace(".", "")
    return len(letters) > 1 and letters.isupper() and letters == _initials(full)


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]", name) if word[:1].isupper())
