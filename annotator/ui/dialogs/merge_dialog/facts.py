"""Differences between two versions of an item, property by property."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.language.annotator_names import annotator_name
from annotator.language.label_names import capitalised, label_name
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted, without_marks
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.change import Part
from annotator.model.document import Document, Head, Status
from annotator.model.items import Item
from annotator.model.kinds.table import kind_of
from annotator.model.merge import Conflict
from annotator.model.scheme import Label, RelationRule, Scheme
from annotator.model.visible import visible
from annotator.session.editing.check_words import state_words, wording_words
from annotator.session.editing.item_words import key_words, kind_words
from annotator.session.editing.values.attribute_words import attributes, value_words
from annotator.session.opening.status_names import status_words
from annotator.translation.messages import N_, _, number

OWN, MARKED, PLACE = "", N_("Words"), N_("Place")
"""OWN is the group of the properties that every item of a kind has; their names are translated."""

MOST_WORDS, ENDS = 280, 130
NOT_SET, NOT_THERE = "–", ""
ITEM = N_("Item")
WHOLE: dict[type, str] = {Annotation: N_("Annotation"), Relation: N_("Relation")}
VERDICTS = {"moved": N_("moved"), "changed": N_("changed"), "ambiguous": N_("ambiguous"), "lost": N_("lost")}


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
    rows = {key: _fact(key, was, mine, theirs) for key in (*was.texts, *mine.texts, *theirs.texts)}
    altered = {key: row for key, row in rows.items() if _is_altered(row, conflict)}
    if (OWN, MARKED) in altered:  # the words show what has moved
        altered.pop((OWN, PLACE), None)
    return [*_presence(conflict), *altered.values()]


def _fact(key: tuple[str, str], was: _Side, mine: _Side, theirs: _Side) -> Fact:
    group, name = key
    shown = _(name) if group == OWN else name
    return Fact(shown, was.text(key), mine.text(key), theirs.text(key), quoted=key == (OWN, MARKED))


def _is_altered(row: Fact, conflict: Conflict) -> bool:
    """Return whether a side that has the item altered this property; for an item new to both, whether they differ."""
    if conflict.base is None:
        return row.mine != row.theirs
    return (conflict.ours is not None and row.mine_altered) or (conflict.theirs is not None and row.theirs_altered)


class _Side:
    """Texts of an item's properties, by group (since attributes may have any name) and name."""

    def __init__(self, item: Part | None, document: Document, scheme: Scheme) -> None:
        self._is_there = item is not None
        self.texts = _texts_of(item, document, scheme)

    def text(self, key: tuple[str, str]) -> str:
        return self.texts.get(key, NOT_SET if self._is_there else NOT_THERE)


def _presence(conflict: Conflict) -> Iterable[Fact]:
    item = conflict.ours or conflict.theirs
    if conflict.ours is None or conflict.theirs is None:
        was, mine, theirs = (
            _("there") if side is not None else _("removed") for side in (conflict.base, conflict.ours, conflict.theirs)
        )
        yield Fact(_whole(item), was, mine, theirs)


def _whole(item: Part | None) -> str:
    if isinstance(item, Item) and type(item) not in WHOLE:
        return kind_words(type(item))
    return _(WHOLE.get(type(item), ITEM))


TextsByName = dict[tuple[str, str], str]


def _texts_of(item: Part | None, document: Document, scheme: Scheme) -> TextsByName:
    match item:
        case Annotation():
            return _annotation(item, document, scheme)
        case Relation():
            # Translators: the two annotations that a relation goes from and to.
            ends = {N_("From"): end_words(item.source, document), N_("To"): end_words(item.target, document)}
            own = _own({N_("Type"): plain_line(capitalised(item.type)), **ends})
            set_ones = _attributes(item, scheme.relation(item.type))
            return own | set_ones | _own({N_("Note"): item.note}) | _others(item.extra)
        case Status(value):
            return _own({N_("Status"): status_words(value)})
        case Head():
            who = item.annotator and annotator_name(item.annotator)
            # Translators: “Annotator” is the person here.
            own = _own({N_("Annotator"): who, N_("Scheme"): item.scheme, N_("Encoding"): item.encoding})
            return own | _others(item.article_extra, of_article=True) | _others(item.extra)
        case Item():
            return _further(item, document)
        case _:
            return {}


def _further(item: Any, document: Document) -> TextsByName:
    """Return the texts of an item of a further kind; annotations to which it refers are told by their words."""
    kind = kind_of(type(item))
    told = {id: end_words(id, document) for id in kind.references(item)}
    texts = key_words(item, told)
    return {("key", name): visible(text) for name, text in texts.items()} | _others(item.extra)


def _annotation(item: Annotation, document: Document, scheme: Scheme) -> TextsByName:
    label = scheme.label(item.label)
    place = {MARKED: _shortened(document.words(item)), PLACE: _place(item, document)}
    set_ones = _attributes(item, label)
    check = {N_("State of check"): state_words(item.state), N_("Proposed wording"): wording_words(item.wording)}
    more = _own({**check, N_("Note"): item.note, N_("Origin"): item.origin}) | _others(item.extra)
    return _own({N_("Label"): label_name(scheme, item.label), **place}) | set_ones | more


def _attributes(item: Annotation | Relation, rule: Label | RelationRule | None) -> TextsByName:
    return {("attribute", visible(name)): visible(words) for name, words in attributes(item, rule)}


def _own(named: Mapping[str, str]) -> TextsByName:
    return {(OWN, name): visible(text) for name, text in named.items() if text}


def _others(extra: Mapping[str, Value], *, of_article: bool = False) -> TextsByName:
    """Return the texts of keys that the program does not know."""
    # Translators: the name of something that the file says of the article.
    words = _("Article: {name}") if of_article else "{name}"
    return {
        ("other", words.format(name=plain_line(capitalised(name)))): visible(value_words(value))
        for name, value in extra.items()
    }


def end_words(id: str, document: Document) -> str:
    """Return the words of the annotation at one end of a relation."""
    annotation = document.annotations.get(id)
    if annotation is None:
        return _("an annotation that is not there ({id})").format(id=id)
    return quoted(_shortened(without_marks(document.words(annotation))))


def _place(item: Annotation, document: Document) -> str:
    """Return line and offsets of the annotation, or the verdict where it is displaced."""
    if item.displaced:
        verdict = item.displaced.verdict
        words = _("not found here ({verdict})") if verdict else _("not found here")
        return words.format(verdict=_(VERDICTS.get(verdict, verdict)))
    start = document.article.text.count("\n", 0, item.span.start) + 1
    # Translators: an annotation’s line in the article, and its first and last offset.
    words = _("line {line}, {start}–{end}")
    return words.format(line=number(start), start=number(item.span.start), end=number(item.span.end))


def _shortened(words: str) -> str:
    """Return the words on one line, without the middle where they are longer than MOST_WORDS."""
    head, tail = (words, "") if len(words) <= MOST_WORDS else (words[:ENDS], words[-ENDS:])
    ends = (visible(" ".join(end.split())) for end in (head, tail))
    return " … ".join(end for end in ends if end)
