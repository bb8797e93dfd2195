"""A scheme: the labels, attributes and relations of a folder, with colours, keys and guidelines."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.visible import visible

MARKS = ("fill", "line", "box", "dotted", "dashed", "bar")
"""Ways to draw a label's annotations; ``bar`` is drawn in the margin, never behind text."""

ATTRIBUTE_TYPES = ("choice", "text", "number", "date", "flag", "link")


@dataclass(frozen=True, slots=True)
class Guideline:
    """Definition of a label, an attribute or a value, with examples (``yes``) and counter-examples (``no``)."""

    definition: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributeRule:
    """Rule for an attribute. ``choices`` is empty for every type but ``choice``; ``many`` allows several values.

    ``meanings`` holds a line of explanation for each choice, in the order of ``choices``; empty where there is none.
    """

    id: str
    type: str
    choices: tuple[str, ...] = ()
    many: bool = False
    guideline: Guideline = Guideline()
    meanings: tuple[str, ...] = ()

    def meaning(self, choice: str) -> str:
        """Return the line that explains the choice; empty if the scheme has none."""
        return dict(zip(self.choices, self.meanings, strict=False)).get(choice, "")


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of annotation. ``key`` is one character or empty; ``colour`` is ``#RRGGBB``; ``mark`` one of ``MARKS``."""

    id: str
    key: str
    colour: str
    mark: str
    attributes: tuple[AttributeRule, ...] = ()
    guideline: Guideline = Guideline()

    @property
    def name(self) -> str:
        """Id for display: underscores and hyphens are spaces."""
        return visible(self.id.replace("_", " ").replace("-", " "))

    @property
    def letter(self) -> str:
        """Capital letter that badges show: that of the key, else the first of the name."""
        return (self.key if self.key.isalpha() else self.name[:1]).upper()[:1]


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A type of relation from annotations with the label ``source`` to annotations with the label ``target``."""

    id: str
    source: str
    target: str
    symmetric: bool = False
    guideline: Guideline = Guideline()


@dataclass(frozen=True, slots=True)
class Scheme:
    """Labels, types of relation, and in ``article`` the attributes of the article itself."""

    id: str
    name: str
    labels: tuple[Label, ...]
    relations: tuple[RelationRule, ...] = ()
    article: tuple[AttributeRule, ...] = ()

    def label(self, id: str) -> Label | None:
        """Return the label with this id; None if the scheme lacks it."""
        return next((label for label in self.labels if label.id == id), None)
