"""Columns that the list of annotations can show beside the words: value, verdict, linked, note, created."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.session.editing.values.amount_of_figure import amount_of_figure
from annotator.session.editing.values.attribute_words import value_words
from annotator.session.open_article import OpenArticle
from annotator.translation.messages import N_, _, number
from annotator.ui.panels.annotations.row_text import first_words
from annotator.ui.widgets.words.local_time import local_time

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "value": N_("Value"),
        "verdict": N_("Verdict"),
        "linked": N_("Linked"),
        "note": N_("Note"),
        "created": N_("Created"),
    }
)
WIDTHS: Mapping[str, int] = MappingProxyType({"value": 104, "verdict": 124, "linked": 140, "note": 140, "created": 132})
"""Widths at first, in pixels."""


def _value(annotation: Annotation, article: OpenArticle) -> str:
    return plain_line(amount_of_figure(annotation, article.scheme.label(annotation.label)))


def _verdict(annotation: Annotation, article: OpenArticle) -> str:
    return _attribute(annotation, article, "verdict")


def _attribute(annotation: Annotation, article: OpenArticle, name: str) -> str:
    if name not in annotation.attributes:
        return ""
    label = article.scheme.label(annotation.label)
    rule = next((rule for rule in label.attributes if rule.id == name), None) if label else None
    return plain_line(value_words(annotation.attributes[name], rule))


def _linked(annotation: Annotation, article: OpenArticle) -> str:
    """Return the words at the other end of the first relation, and how many more relations there are."""
    relations, annotations = article.relations.of(annotation.id), article.document.annotations
    ends = [r.target if r.source == annotation.id else r.source for r in relations]
    known = [annotations[end] for end in ends if end in annotations]
    if not known:
        return ""
    words = first_words(known[0], article.document.article.text)
    more = len(relations) - 1
    return _("{words} + {count} more").format(words=words, count=number(more)) if more else words


def _note(annotation: Annotation, _article: OpenArticle) -> str:
    return plain_line(annotation.note)


def _created(annotation: Annotation, _article: OpenArticle) -> str:
    return local_time(annotation.created) if annotation.created else ""


COLUMNS: Mapping[str, Callable[[Annotation, OpenArticle], str]] = MappingProxyType(
    {"value": _value, "verdict": _verdict, "linked": _linked, "note": _note, "created": _created}
)
