"""A scheme: the labels, attributes and relations of a folder, with colours, keys and guidelines."""

from __future__ import annotations

from msgspec import Struct

from annotator.model.annotation import CHECK_STATES
from annotator.model.visible import visible

MARKS = ("fill", "line", "box", "dotted", "dashed", "bar")
"""Ways to draw a label's annotations; ``bar`` is drawn in the margin, never behind text."""

STATE = "state"
"""Type of the rule by which states of check are shown as an attribute; no scheme can give this type to one."""

ATTRIBUTE_TYPES = ("choice", "text", "number", "date", "flag", "link")


class Guideline(Struct, frozen=True):
    """Definition of a label, an attribute or a value, with examples (``yes``) and counter-examples (``no``)."""

    definition: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class AttributeRule(Struct, frozen=True):
    """Rule for an attribute. ``choices`` is empty for every type but ``choice``; ``many`` allows several values.

    ``meanings`` holds a line of explanation for each choice, in the order of ``choices``; empty where there is none.
    ``required``: asked for when an article is done. ``default``: offered while there is no value, as it is written.
    ``when``: other attributes and the values, as they are written, of which each must have one for this to be shown.
    ``keys``: choices, each with the two keys that set it from the text, as ``v 1``.
    """

    id: str
    type: str
    choices: tuple[str, ...] = ()
    many: bool = False
    guideline: Guideline = Guideline()
    meanings: tuple[str, ...] = ()
    required: bool = False
    default: str = ""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    keys: tuple[tuple[str, str], ...] = ()

    def key(self, choice: str) -> str:
        """Return the two keys that set the choice, as ``v 1``; empty if the scheme has none."""
        return dict(self.keys).get(choice, "")

    def meaning(self, choice: str) -> str:
        """Return the line that explains the choice; empty if the scheme has none."""
        return dict(zip(self.choices, self.meanings, strict=False)).get(choice, "")


class Label(Struct, frozen=True):
    """A kind of annotation. ``key`` is one character or empty; ``colour`` is ``#RRGGBB``; ``mark`` one of ``MARKS``.

    ``names`` are pairs of the code of a language, ``de`` or ``pt-BR``, and the name that the window shows in it.
    ``full_stop_outside``: the full stop that closes a sentence is left out of an annotation that is made.
    """

    id: str
    key: str
    colour: str
    mark: str
    attributes: tuple[AttributeRule, ...] = ()
    guideline: Guideline = Guideline()
    names: tuple[tuple[str, str], ...] = ()
    full_stop_outside: bool = False

    @property
    def name(self) -> str:
        """Id for display: underscores and hyphens are spaces."""
        return visible(self.id.replace("_", " ").replace("-", " "))

    def name_in(self, language: str) -> str:
        """Return the name in the language of that code, else in the one it is a variety of, else ``name``."""
        if not self.names:
            return self.name
        names = {code.casefold(): name for code, name in self.names}
        wanted = language.casefold()
        return visible(names.get(wanted) or names.get(wanted.partition("-")[0], "")) or self.name

    def letter_in(self, language: str) -> str:
        """Return the capital letter that badges show: that of the key, else the first of the name in the language."""
        return (self.key if self.key.isalpha() else self.name_in(language)[:1]).upper()[:1]


class RelationRule(Struct, frozen=True):
    """A type of relation from annotations with the label ``source`` to annotations with the label ``target``."""

    id: str
    source: str
    target: str
    symmetric: bool = False
    guideline: Guideline = Guideline()
    attributes: tuple[AttributeRule, ...] = ()

    def allows(self, source: str, target: str) -> bool:
        """Return True if a relation may lead from an annotation labelled ``source`` to one labelled ``target``."""
        return (self.source, self.target) in ((source, target), *([(target, source)] if self.symmetric else []))


class StateRule(Struct, frozen=True):
    """A state of check that is used: ``keys`` are the two that set it from the text, as ``t c``, or empty.

    ``colour`` is ``#RRGGBB``, empty for the program's own.
    """

    id: str
    keys: str = ""
    colour: str = ""


ALL_STATES = tuple(map(StateRule, CHECK_STATES))


class Scheme(Struct, frozen=True):
    """Labels, types of relation, and in ``article`` the attributes of the article itself.

    ``definition`` says what the scheme is for, ``source`` whose typology it follows. ``states`` are the states of check
    that are used, in their order; empty where all are, without keys.
    """

    id: str
    name: str
    labels: tuple[Label, ...]
    relations: tuple[RelationRule, ...] = ()
    article: tuple[AttributeRule, ...] = ()
    definition: str = ""
    source: str = ""
    states: tuple[StateRule, ...] = ()

    @property
    def states_in_use(self) -> tuple[StateRule, ...]:
        """States of check in their order."""
        return self.states or ALL_STATES

    def label(self, id: str) -> Label | None:
        """Return the label with this id; None if the scheme lacks it."""
        return next((label for label in self.labels if label.id == id), None)

    def relation(self, id: str) -> RelationRule | None:
        """Return the rule for relations of this type; None if the scheme lacks it."""
        return next((rule for rule in self.relations if rule.id == id), None)

    def relations_between(self, source: str, target: str) -> list[RelationRule]:
        """Return the types of relation from annotations with the first label to annotations with the second."""
        return [rule for rule in self.relations if rule.allows(source, target)]
