"""Text for the history: counts of a version, and the items changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from annotator.language.label_names import capitalised, label_name
from annotator.language.plain_line import MOST_SHOWN, plain_line
from annotator.model.annotation import Annotation, Relation
from annotator.model.change import Change
from annotator.model.difference import altered_parts, in_words
from annotator.model.document import Document, Head, in_text_order
from annotator.model.items import Item
from annotator.model.scheme import Scheme
from annotator.session.editing.item_words import item_words
from annotator.translation.messages import N_, _, listed, ngettext, number
from annotator.ui.widgets.lists.item_rows import ItemRow
from annotator.ui.widgets.words.counted import counted_label

MOST_ROWS = 2000
NOT_CHANGED = N_("Nothing has been changed since then.")
COUNTED = 3
CHANGED = N_("changed")
CHANGED_PARTS = {
    "attribute": N_("attribute changed"),
    "detail": N_("detail changed"),
    "label": N_("label changed"),
    "note": N_("note changed"),
    "place": N_("place changed"),
    "state": N_("state of check changed"),
    "wording": N_("proposed wording changed"),
}
SINGLES = {
    "Status": N_("Status of the article"),
    "Read": N_("Reading progress"),
    "Head": N_("Header of the sidecar"),
}

LISTED = {"corrections": N_("Corrections of the article"), "times": N_("Times of the article")}


def since_words(change: Change) -> str:
    """Return “Since then: 3 claims added, 1 note changed.”, or NOT_CHANGED for an empty change."""
    if not change:
        return _(NOT_CHANGED)
    # Translators: the changes are a list, as in “3 claims added, 1 note changed”.
    return _("Since then: {changes}.").format(changes=in_words(change))


def count_words(document: Document, scheme: Scheme) -> str:
    """Return “30 claims, 15 sources, 4 more”: the number of annotations of the most frequent labels."""
    counts = Counter(annotation.label for annotation in document.annotations.values())
    if not counts:
        return _("Nothing marked")
    order = [label.id for label in scheme.labels]
    most = sorted(counts.items(), key=lambda part: (-part[1], order.index(part[0]) if part[0] in order else len(order)))
    most = most[:COUNTED]
    rest = counts.total() - sum(count for _label, count in most)
    words = [counted_label(count, label_name(scheme, label)) for label, count in most]
    return listed([*words, _("{count} more").format(count=number(rest))] if rest else words)


def rows_since(change: Change, text: str) -> list[ItemRow]:
    """Return a row for every changed item: annotations first, in the order of the article's ``text``."""
    rows = [*_annotations(change, text), *_relations(change), *_others(change), *_singles(change)]
    if len(rows) <= MOST_ROWS:
        return rows
    return [*rows[:MOST_ROWS], ItemRow(_("… and {count} more").format(count=number(len(rows) - MOST_ROWS)))]


def _annotations(change: Change, text: str) -> Iterator[ItemRow]:
    old = {annotation.id: annotation for annotation in change.annotations_removed}
    new = {annotation.id: annotation for annotation in change.annotations_added}
    for annotation in in_text_order({**old, **new}.values()):
        was, now = old.get(annotation.id), new.get(annotation.id)
        yield ItemRow(_beginning(annotation, text), annotation.label, _done(was, now))


def _relations(change: Change) -> Iterator[ItemRow]:
    old = {item.id: item for item in change.removed if isinstance(item, Relation)}
    new = {item.id: item for item in change.added if isinstance(item, Relation)}
    for id, relation in {**old, **new}.items():
        type_words = plain_line(capitalised(relation.type)).lower()
        name = _("Relation: {type}").format(type=type_words)
        yield ItemRow(name, "", _done(old.get(id), new.get(id)))


def _others(change: Change) -> Iterator[ItemRow]:
    """Yield the rows of items of the further kinds."""
    kinds = (Annotation, Relation)
    old, new = (
        {item.id: item for item in parts if isinstance(item, Item) and not isinstance(item, kinds)}
        for parts in (change.removed, change.added)
    )
    for id, item in {**old, **new}.items():
        done = _("added") if id not in old else _("removed") if id not in new else _(CHANGED)
        yield ItemRow(item_words(item), "", done)


def _singles(change: Change) -> Iterator[ItemRow]:
    for item in change.added:
        name = SINGLES.get(type(item).__name__)
        if name:
            yield ItemRow(_(name), "", _(CHANGED))
        if isinstance(item, Head):
            yield from _of_head(next(part for part in change.removed if isinstance(part, Head)), item)


def _of_head(old: Head, new: Head) -> Iterator[ItemRow]:
    """Yield a row for corrections and for times of an imported article that are no longer there, or there again."""
    for key, name in LISTED.items():
        entries = [head.article_extra.get(key) for head in (old, new)]
        before, after = (len(entry) if isinstance(entry, list) else 0 for entry in entries)
        count = abs(before - after)
        if before > after:
            yield ItemRow(
                _(name), "", ngettext("{count} left out", "{count} left out", count).format(count=number(count))
            )
        elif after > before:
            yield ItemRow(_(name), "", ngettext("{count} added", "{count} added", count).format(count=number(count)))


def _done(was: Annotation | Relation | None, now: Annotation | Relation | None) -> str:
    if was is None or now is None:
        return _("added") if was is None else _("removed")
    if isinstance(was, Relation):
        return _(CHANGED)
    return listed(_(CHANGED_PARTS[part]) for part in sorted(altered_parts(was, now)))


def _beginning(annotation: Annotation, text: str) -> str:
    """Return the beginning of the annotation's words, at most MOST_SHOWN characters."""
    if annotation.displaced:
        return annotation.displaced.text[:MOST_SHOWN]
    start, end = annotation.span.start, annotation.span.end
    return text[start : min(end, start + MOST_SHOWN)]
