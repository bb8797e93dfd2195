"""A scheme put together from another program's configuration, with sentences on what had no place in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count, product

from annotator.interop.foreign.colours import hexadecimal
from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.foreign.plain_names import PlainNames
from annotator.model.items import altered
from annotator.model.scheme import MARKS, AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.files.file_error import told
from annotator.storage.schemes.program_keys import RESERVED_KEYS
from annotator.storage.schemes.scheme_reading import COLOURS
from annotator.translation.messages import N_, _, number

MOST_LABELS, MOST_RELATIONS, MOST_CHOICES, MOST_ATTRIBUTES = 500, 500, 1000, 200
MOST_CHARACTERS, LAYOUT = 500_000, 10
"""Most characters of all attributes, their choices and what is said of these; how many come to each in the file."""
MOST_PAIRS = 20
"""Most pairs of labels of one relation; a scheme has a relation for each pair."""
LONGEST_NAME, LONGEST_WORDS, MOST_NOTES = 200, 10_000, 100
TEXT_MARKS = tuple(mark for mark in MARKS if mark != "bar")

NAMELESS = N_("{place}: A name is empty: it is left out.")
TOO_LONG = N_("{place}: The name {name} is longer than {most} characters: it is left out.")
KEY_TAKEN = N_("The label {label} has no key: {key} belongs to the program or to another label.")
TOO_MUCH = N_("The attribute {name} would make the scheme too large: it is left out.")
NO_COLOUR = N_("The colour {colour} of the label {label} is not known: another one was taken.")
NO_LABEL = N_("{name} belongs to {label}, which is no label: it is left out.")
PAIRS = N_("The relation {name} may join {count} pairs of labels. A scheme names each pair: add those that you need.")
DIVIDED = N_("The relation {name} joins several pairs of labels: each has a relation of its own.")


@dataclass(frozen=True, slots=True)
class Derived:
    """A scheme made from a file; ``notes`` say, a sentence each, what of the file had no place in it."""

    scheme: Scheme
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Known:
    """A label as far as it is known."""

    key: str
    colour: str
    definition: str
    attributes: dict[str, AttributeRule] = field(default_factory=dict)


class ForeignScheme:
    """Collect labels, attributes and relations; ``place`` of each call says where in the file that one stands."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._labels: dict[str, _Known] = {}
        self._relations: dict[str, RelationRule] = {}
        self._article: dict[str, AttributeRule] = {}
        self._notes: dict[str, None] = {}
        self._colours: set[str] = set()
        self._keys: set[str] = set()
        self._size = 0

    @property
    def labels(self) -> list[str]:
        """The labels so far."""
        return [*self._labels]

    def note(self, sentence: str) -> None:
        """Record a sentence on what had no place; the same once, and of very many the first."""
        if len(self._notes) < MOST_NOTES:
            self._notes[sentence] = None

    def label(
        self, name: str, place: str, *, key: str = "", colour: str = "", definition: str = "", line: int | None = None
    ) -> bool:
        """Add a label, of which a second mention adds what the first lacks; False where the name cannot be one.

        Raises ForeignError where there are too many.
        """
        if not self._fits(name, place):
            return False
        if name not in self._labels and len(self._labels) == MOST_LABELS:
            sentence = _("It has more than {most} labels, which is too many to work with.")
            raise ForeignError(sentence.format(most=number(MOST_LABELS)), place, line)
        known = self._labels.setdefault(name, _Known("", "", ""))
        known.colour = known.colour or self._colour(name, colour)
        known.key = known.key or self._key(name, key.casefold())
        known.definition = known.definition or definition.strip()[:LONGEST_WORDS]
        return True

    def attribute(self, label: str, rule: AttributeRule, place: str) -> None:
        """Add an attribute to the label, or to the article itself where the label is empty."""
        self.attributes({label: rule.id}, rule, place)

    def attributes(self, ids: Mapping[str, str], rule: AttributeRule, place: str) -> None:
        """Add an attribute to several labels, to each under its id; one that makes the scheme too large is noted."""
        rule = self._limited(rule, place)
        size = sum(len(text) + LAYOUT for text in (*rule.choices, *rule.meanings, rule.guideline.definition))
        for label, id in ids.items():
            if label and label not in self._labels:
                self.note(_(NO_LABEL).format(name=told(id), label=told(label)))
            elif self._size + size > MOST_CHARACTERS:
                self.note(_(TOO_MUCH).format(name=told(rule.id)))
            elif self._fits(id, place):
                self._add(label, altered(rule, id=id), size)

    def _add(self, label: str, rule: AttributeRule, size: int) -> None:
        owner = self._labels[label].attributes if label else self._article
        if rule.id not in owner and len(owner) < MOST_ATTRIBUTES:
            owner[rule.id] = rule
            self._size += size

    def relation(
        self, name: str, sources: Iterable[str], targets: Iterable[str], place: str, *, symmetric: bool = False
    ) -> None:
        """Add a relation for each pair of labels that it may join; the first has its name."""
        if not self._fits(name, place):
            return
        ends = self._known(sources), self._known(targets)
        many = len(ends[0]) * len(ends[1])
        if not 0 < many <= min(MOST_PAIRS, MOST_RELATIONS - len(self._relations)):
            self.note(_(PAIRS).format(name=told(name), count=number(many)))
            return
        if many > 1:
            self.note(_(DIVIDED).format(name=told(name)))
        for source, target in product(*ends):
            id = self._free(name, source, target)
            self._relations[id] = RelationRule(id, source, target, symmetric)

    def describe_relation(self, name: str, definition: str) -> None:
        """Say of the relation, if it is there, when it is used."""
        if definition and (rule := self._relations.get(name)):
            self._relations[name] = altered(rule, guideline=Guideline(definition[:LONGEST_WORDS]))

    def derived(self) -> Derived:
        """Return the scheme and the notes. Raises ForeignError where there is no label."""
        if not self._labels:
            raise ForeignError(_("It has no labels, and a scheme needs at least one."))
        taken = {known.colour for known in self._labels.values()}
        free = [colour for colour in COLOURS if colour not in taken] or COLOURS
        uncoloured = (free[at % len(free)] for at in count())
        labels = tuple(
            Label(
                id,
                known.key,
                known.colour or next(uncoloured),
                TEXT_MARKS[at % len(TEXT_MARKS)],
                tuple(known.attributes.values()),
                Guideline(known.definition),
            )
            for at, (id, known) in enumerate(self._labels.items())
        )
        article = tuple(self._article.values())
        id = PlainNames().of(self._name).lower()
        return Derived(Scheme(id, self._name, labels, tuple(self._relations.values()), article), tuple(self._notes))

    def _known(self, labels: Iterable[str]) -> list[str]:
        """Return those of the labels that there are, each once."""
        return [*dict.fromkeys(label for label in labels if label in self._labels)]

    def _free(self, name: str, source: str, target: str) -> str:
        names = (name, f"{name}_{target}", f"{name}_{source}_{target}")
        numbered = (f"{name}_{at}" for at in count(2))
        return next(id for id in (*names, *(next(numbered) for _pair in range(MOST_RELATIONS))) if self._is_free(id))

    def _is_free(self, id: str) -> bool:
        return id not in self._relations

    def _fits(self, name: str, place: str) -> bool:
        if not name.strip():
            self.note(_(NAMELESS).format(place=place))
        elif len(name) > LONGEST_NAME:
            self.note(_(TOO_LONG).format(place=place, name=told(name), most=number(LONGEST_NAME)))
        else:
            return True
        return False

    def _colour(self, label: str, colour: str) -> str:
        """Return the colour as ``#RRGGBB``; empty where it is none, or another label has it."""
        if not colour:
            return ""
        found = hexadecimal(colour)
        if not found:
            self.note(_(NO_COLOUR).format(colour=told(colour), label=told(label)))
        if found in self._colours:
            return ""
        self._colours.add(found)
        return found

    def _key(self, label: str, key: str) -> str:
        """Return the key if the label can have it, else an empty one."""
        if not key:
            return ""
        is_one = len(key) == 1 and key.isprintable() and not key.isspace() and key not in RESERVED_KEYS
        if is_one and key not in self._keys:
            self._keys.add(key)
            return key
        self.note(_(KEY_TAKEN).format(label=told(label), key=told(key)))
        return ""

    def _limited(self, rule: AttributeRule, place: str) -> AttributeRule:
        """Return the rule with the choices that fit, each once."""
        choices = [*dict.fromkeys(choice for choice in rule.choices if self._fits(choice, place))]
        if len(choices) > MOST_CHOICES:
            sentence = _("The attribute {name} has more than {most} choices: those after are left out.")
            self.note(sentence.format(name=told(rule.id), most=number(MOST_CHOICES)))
            del choices[MOST_CHOICES:]
        said = dict(zip(rule.choices, rule.meanings, strict=False)) if any(rule.meanings) else {}
        meanings = tuple(said.get(choice, "")[:LONGEST_WORDS] for choice in choices) if said else ()
        definition = Guideline(rule.guideline.definition.strip()[:LONGEST_WORDS])
        type = "text" if rule.type == "choice" and not choices else rule.type
        return altered(rule, type=type, choices=tuple(choices), meanings=meanings, guideline=definition)


def line_of(number: int) -> str:
    """Return a line of the file as the place at the beginning of a sentence."""
    words = line_place(number)
    return words[:1].upper() + words[1:]
