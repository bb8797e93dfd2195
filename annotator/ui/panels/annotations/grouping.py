"""Groups of annotations: by label, by verdict, by the source of a claim, by the part of the article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct

from annotator.language.folding import folded
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.model.scheme import Scheme
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.open_article import OpenArticle
from annotator.translation.messages import _

NONE = ""
"""Group of the annotations that have no verdict, no source, or are in no part; it is the last one."""
VERDICT, SOURCE, SAID_BY, ENTITY, ROLE = "verdict", "source", "attributed_to", "entity", "role"
BESIDE = "bar"
"""Mark of the labels for parts of an article."""
MOST_WORDS = 60


class Grouping(Struct, frozen=True):
    """Rule for groups: the ``key`` of an annotation's group, and by key the group's ``name`` and ``rank`` for sorting.

    ``outdated`` tells whether, after a change, also annotations that it does not touch may belong to other groups.
    """

    key: Callable[[Annotation], str]
    name: Callable[[str], str]
    rank: Callable[[str], tuple[bool, int, str]]
    outdated: Callable[[Change], bool] = lambda _change: False


def grouping(order: str, article: OpenArticle) -> Grouping | None:
    """Return how the order ``label``, ``verdict``, ``source`` or ``part`` groups; None for any other."""
    match order:
        case "label":
            return _by_label(article.scheme)
        case "verdict":
            return _by_verdict(article.scheme)
        case "source":
            return _by_source(article)
        case "part":
            return _by_part(article)
        case _:
            return None


def _by_label(scheme: Scheme) -> Grouping:
    ranks = {label.id: rank for rank, label in enumerate(scheme.labels)}
    last = len(ranks)
    return Grouping(
        lambda annotation: annotation.label,
        lambda key: label_name(scheme, key),
        lambda key: (False, ranks.get(key, last), key),
    )


def _by_verdict(scheme: Scheme) -> Grouping:
    rules = [rule for label in scheme.labels for rule in label.attributes if rule.id == VERDICT]
    choices = list(dict.fromkeys(choice for rule in rules for choice in rule.choices))
    ranks = {choice: rank for rank, choice in enumerate(choices)}

    def key(annotation: Annotation) -> str:
        value = annotation.attributes.get(VERDICT)
        return value if isinstance(value, str) else NONE if value is None else value_words(value)

    def name(key: str) -> str:
        return plain_line(value_words(key, rules[0] if rules else None)) if key else _("No verdict")

    return Grouping(key, name, lambda key: (not key, ranks.get(key, len(ranks)), key))


def _by_source(article: OpenArticle) -> Grouping:
    said_by = {r.source: r.target for r in article.document.relations.values() if r.type == SAID_BY}
    names: dict[str, str] = {}
    keys: dict[str, str] = {}

    def key(annotation: Annotation) -> str:
        id = annotation.id if annotation.label == SOURCE else said_by.get(annotation.id, NONE)
        if id and id not in keys:
            source = article.document.annotations.get(id)
            name = _filed_under(source, article.document.article.text) if source else NONE
            keys[id] = folded(name)
            names.setdefault(keys[id], name)
        return keys.get(id, NONE)

    def outdated(change: Change) -> bool:
        return bool(change.removed_of(Relation) or change.added_of(Relation)) or _touches(change, (SOURCE,))

    return Grouping(key, lambda key: names[key] if key else _("No source"), lambda key: (not key, 0, key), outdated)


def _filed_under(source: Annotation, text: str) -> str:
    """Return the name that the source is filed under, else its words."""
    entity = source.attributes.get(ENTITY)
    return plain_line(entity if isinstance(entity, str) else source.words(text))


def _by_part(article: OpenArticle) -> Grouping:
    beside = {label.id for label in article.scheme.labels if label.mark == BESIDE}
    annotations, text = article.document.annotations, article.document.article.text
    parts = [a for a in annotations.values() if a.label in beside and not a.displaced]
    starts, owners = innermost(parts)
    order = {part.id: rank for rank, part in enumerate(sorted(parts, key=lambda part: part.position))}

    def key(annotation: Annotation) -> str:
        if annotation.id in order:
            return annotation.id
        place = bisect_right(starts, annotation.span.start) - 1
        return owners[place] if place >= 0 and not annotation.displaced else NONE

    def name(key: str) -> str:
        if not key:
            return _("In no part")
        part = annotations[key]
        role = part.attributes.get(ROLE)
        named = value_words(role) if isinstance(role, str) else label_name(article.scheme, part.label)
        words = plain_line(text[part.span.start : min(part.span.end, part.span.start + MOST_WORDS)])
        return _("{part}: {words}").format(part=plain_line(named), words=words)

    return Grouping(key, name, lambda key: (not key, order.get(key, 0), key), lambda change: _touches(change, beside))


def _touches(change: Change, labels: Collection[str]) -> bool:
    return any(a.label in labels for some in (change.annotations_removed, change.annotations_added) for a in some)


def innermost(parts: Iterable[Annotation]) -> tuple[Sequence[int], Sequence[str]]:
    """Return the offsets at which the innermost part changes, in order, and the id of that part; empty for none."""
    ordered = sorted(parts, key=lambda part: (part.span.start, -part.span.end))
    places = sorted({place for part in ordered for place in (part.span.start, part.span.end)})
    owners, within, coming = [], list[Annotation](), iter(ordered)
    following = next(coming, None)
    for place in places:
        while following and following.span.start <= place:
            within.append(following)
            following = next(coming, None)
        while within and within[-1].span.end <= place:
            within.pop()
        owners.append(within[-1].id if within else NONE)
    return places, owners
