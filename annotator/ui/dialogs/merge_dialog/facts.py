"""Differences between two versions of an item, property by property."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.change import Item
from annotator.model.document import Document, Head, Status
from annotator.model.merge import Conflict
from annotator.model.scheme import Scheme
from annotator.model.visible import visible
from annotator.session.editing.attribute_words import attributes, capitalised, value_words
from annotator.session.editing.status_words import status_words

MARKED, PLACE = "Words", "Place"
MOST_WORDS, ENDS = 280, 130
NOT_SET, NOT_THERE = "–", ""
WHOLE = {Annotation: "Annotation", Relation: "Relation"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of an item: before, on our side and on theirs; empty where the item does not exist.

    ``quoted`` is true for words of the article.
    """

    name: str
    was: str
    mine: str
    theirs: str
    quoted: bool = False

    @property
    def mine_altered(self) -> bool:
        return self.mine != self.was

    @property
    def theirs_altered(self) -> bool:
        return self.theirs != self.was


def facts(conflict: Conflict, document: Document, scheme: Scheme) -> list[Fact]:
    """Return the properties that either side has altered or in which the sides differ.

    Where one side has removed the item, that comes first.
    """
    was, mine, theirs = (_Side(item, document, scheme) for item in (conflict.base, conflict.ours, conflict.theirs))
    rows = [
        Fact(name, was.text(group, name), mine.text(group, name), theirs.text(group, name), quoted=name == MARKED)
        for group, name in dict.fromkeys((*was.texts, *mine.texts, *theirs.texts))
    ]
    altered = [row for row in rows if _is_altered(row, conflict)]
    return [*_presence(conflict), *_without_place(altered)]


def _is_altered(row: Fact, conflict: Conflict) -> bool:
    """Return whether a side that has the item altered this property; for an item new to both, whether they differ."""
    if conflict.base is None:
        return row.mine != row.theirs
    return (conflict.ours is not None and row.mine_altered) or (conflict.theirs is not None and row.theirs_altered)


def _without_place(rows: list[Fact]) -> list[Fact]:
    """Return the rows without offsets, where the words are among them and show what has moved."""
    return [row for row in rows if row.name != PLACE or all(other.name != MARKED for other in rows)]


class _Side:
    """Texts of an item's properties, by group (since attributes may have any name) and name."""

    def __init__(self, item: Item | None, document: Document, scheme: Scheme) -> None:
        self._is_there = item is not None
        self.texts = _texts_of(item, document, scheme)

    def text(self, group: str, name: str) -> str:
        return self.texts.get((group, name), NOT_SET if self._is_there else NOT_THERE)


def _presence(conflict: Conflict) -> Iterable[Fact]:
    item = conflict.ours or conflict.theirs
    if conflict.ours is None or conflict.theirs is None:
        was, mine, theirs = (
            "there" if side is not None else "removed" for side in (conflict.base, conflict.ours, conflict.theirs)
        )
        yield Fact(WHOLE.get(type(item), "Item"), was, mine, theirs)


TextsByName = dict[tuple[str, str], str]


def _texts_of(item: Item | None, document: Document, scheme: Scheme) -> TextsByName:
    match item:
        case Annotation():
            return _annotation(item, document, scheme)
        case Relation():
            ends = {"From": end_words(item.source, document), "To": end_words(item.target, document)}
            return _own({"Type": plain_line(capitalised(item.type)), **ends}) | _others(item.extra)
        case Status(value):
            return _own({"Status": status_words(value)})
        case Head():
            own = {"Annotator": item.annotator, "Scheme": item.scheme, "Encoding": item.encoding}
            return _own(own) | _others(item.article_extra, "Article: ") | _others(item.extra)
        case _:
            return {}


def _annotation(item: Annotation, document: Document, scheme: Scheme) -> TextsByName:
    label = scheme.label(item.label)
    place = {MARKED: _shortened(document.words(item)), PLACE: _place(item, document)}
    set_ones = {("attribute", visible(name)): visible(words) for name, words in attributes(item, label)}
    more = _own({"Note": item.note, "Origin": item.origin}) | _others(item.extra)
    return _own({"Label": label.name if label else plain_line(item.label), **place}) | set_ones | more


def _own(named: Mapping[str, str]) -> TextsByName:
    return {("", name): visible(text) for name, text in named.items() if text}


def _others(extra: Mapping[str, Value], before: str = "") -> TextsByName:
    """Return the texts of keys that the program does not know."""
    return {
        ("other", before + plain_line(capitalised(name))): visible(value_words(value)) for name, value in extra.items()
    }


def end_words(id: str, document: Document) -> str:
    """Return the words of the annotation at one end of a relation."""
    annotation = document.annotations.get(id)
    return f"“{_shortened(document.words(annotation))}”" if annotation else f"an annotation that is not there ({id})"


def _place(item: Annotation, document: Document) -> str:
    """Return line and offsets of the annotation, or the verdict where it is displaced."""
    if item.displaced:
        return f"not found here ({item.displaced.verdict})" if item.displaced.verdict else "not found here"
    start = document.article.text.count("\n", 0, item.span.start) + 1
    return f"line {start}, {item.span.start:,}–{item.span.end:,}"


def _shortened(words: str) -> str:
    """Return the words on one line, without the middle where they are longer than MOST_WORDS."""
    head, tail = (words, "") if len(words) <= MOST_WORDS else (words[:ENDS], words[-ENDS:])
    ends = (visible(" ".join(end.split())) for end in (head, tail))
    return " … ".join(end for end in ends if end)
