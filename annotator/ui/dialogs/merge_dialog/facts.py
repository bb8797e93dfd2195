"""What two sides have made of an item, fact by fact."""

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
from annotator.session.editing.status_words import status_words
from annotator.ui.widgets.words.attribute_words import attributes, capitalised, value_words

MARKED, PLACE = "Words", "Place"
MOST_WORDS, ENDS = 280, 130
NOT_SET, NOT_THERE = "–", ""
WHOLE = {Annotation: "Annotation", Relation: "Relation"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of an item: what it was, and what it is to each side; empty where the item is not there.

    ``quoted``: the words are the article's.
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
    """What the sides do not agree on, or either has altered; where one has removed the item, that comes first."""
    was, mine, theirs = (_Side(item, document, scheme) for item in (conflict.base, conflict.ours, conflict.theirs))
    rows = [
        Fact(name, was.says(group, name), mine.says(group, name), theirs.says(group, name), quoted=name == MARKED)
        for group, name in dict.fromkeys((*was.told, *mine.told, *theirs.told))
    ]
    altered = [row for row in rows if _tells(row, conflict)]
    return [*_presence(conflict), *_without_place(altered)]


def _tells(row: Fact, conflict: Conflict) -> bool:
    """Whether a side that has the item has altered this of it; where it is new to both, whether they differ in it."""
    if conflict.base is None:
        return row.mine != row.theirs
    return (conflict.ours is not None and row.mine_altered) or (conflict.theirs is not None and row.theirs_altered)


def _without_place(rows: list[Fact]) -> list[Fact]:
    """Where the words tell what has moved, their numbers need not."""
    return [row for row in rows if row.name != PLACE or all(other.name != MARKED for other in rows)]


class _Side:
    """An item in words, by what is told of it: a group, for attributes may be called anything, and a name."""

    def __init__(self, item: Item | None, document: Document, scheme: Scheme) -> None:
        self._is_there = item is not None
        self.told = _told(item, document, scheme)

    def says(self, group: str, name: str) -> str:
        return self.told.get((group, name), NOT_SET if self._is_there else NOT_THERE)


def _presence(conflict: Conflict) -> Iterable[Fact]:
    item = conflict.ours or conflict.theirs
    if conflict.ours is None or conflict.theirs is None:
        was, mine, theirs = (
            "there" if side is not None else "removed" for side in (conflict.base, conflict.ours, conflict.theirs)
        )
        yield Fact(WHOLE.get(type(item), "Item"), was, mine, theirs)


Told = dict[tuple[str, str], str]


def _told(item: Item | None, document: Document, scheme: Scheme) -> Told:
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


def _annotation(item: Annotation, document: Document, scheme: Scheme) -> Told:
    label = scheme.label(item.label)
    place = {MARKED: _shortened(document.words(item)), PLACE: _place(item, document)}
    set_ones = {("attribute", visible(name)): visible(words) for name, words in attributes(item, label)}
    more = _own({"Note": item.note, "Origin": item.origin}) | _others(item.extra)
    return _own({"Label": label.name if label else plain_line(item.label), **place}) | set_ones | more


def _own(named: Mapping[str, str]) -> Told:
    return {("", name): visible(text) for name, text in named.items() if text}


def _others(extra: Mapping[str, Value], before: str = "") -> Told:
    """The keys of a file that the program does not know."""
    return {
        ("other", before + plain_line(capitalised(name))): visible(value_words(value)) for name, value in extra.items()
    }


def end_words(id: str, document: Document) -> str:
    """The words of an annotation that a relation joins."""
    annotation = document.annotations.get(id)
    return f"“{_shortened(document.words(annotation))}”" if annotation else f"an annotation that is not there ({id})"


def _place(item: Annotation, document: Document) -> str:
    """Where the words stand: in which line of the article; or what has become of them."""
    if item.displaced:
        return f"not found here ({item.displaced.verdict})" if item.displaced.verdict else "not found here"
    start = document.article.text.count("\n", 0, item.span.start) + 1
    return f"line {start}, {item.span.start:,}–{item.span.end:,}"


def _shortened(words: str) -> str:
    """The words on one line, without their middle where they are many."""
    head, tail = (words, "") if len(words) <= MOST_WORDS else (words[:ENDS], words[-ENDS:])
    ends = (visible(" ".join(end.split())) for end in (head, tail))
    return " … ".join(end for end in ends if end)
