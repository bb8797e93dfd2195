"""A scheme: which labels, attributes and relations there are, with colours, keys and guidelines."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.visible import visible

MARKS = ("fill", "line", "box", "dotted", "dashed", "bar")
"""The kinds of mark a label can be drawn with; ``bar`` stands in the margin and never behind text."""

ATTRIBUTE_TYPES = ("choice", "text", "number", "date", "flag", "link")


@dataclass(frozen=True, slots=True)
class Guideline:
    """What a label, an attribute or a value means, with examples of what it is and what it is not."""

    definition: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributeRule:
    """A typed value that a label allows. ``choices`` is empty for every type but ``choice``.

    ``meanings`` says in one line what each choice means, in the order of ``choices``; empty where nothing is said.
    """

    id: str
    type: str
    choices: tuple[str, ...] = ()
    many: bool = False
    guideline: Guideline = Guideline()
    meanings: tuple[str, ...] = ()

    def meaning(self, choice: str) -> str:
        """What the choice means, in one line; empty where the scheme does not say."""
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
        """Its id as people read it."""
        return visible(self.id.replace("_", " ").replace("-", " "))

    @property
    def letter(self) -> str:
        """The capital that stands for it in badges."""
        return (self.key if self.key.isalpha() else self.name[:1]).upper()[:1]


@dataclass(frozen=True, slots=True)
class RelationRule:
    """A type of relation; ``source`` and ``target`` are the labels it joins."""

    id: str
    source: str
    target: str
    symmetric: bool = False
    guideline: Guideline = Guideline()


@dataclass(frozen=True, slots=True)
class Scheme:
    """``article`` holds the attributes of the article itself."""

    id: str
    name: str
    labels: tuple[Label, ...]
    relations: tuple[RelationRule, ...] = ()
    article: tuple[AttributeRule, ...] = ()

    def label(self, id: str) -> Label | None:
        """The label of that id; None where the scheme lacks it."""
        return next((label for label in self.labels if label.id == id), None)
