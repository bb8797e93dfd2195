"""Texts of the first column of the list: an annotation's words or the heading of a group."""

from __future__ import annotations

from PySide6.QtCore import Qt

from annotator.model.annotation import Annotation
from annotator.session.open_article import OpenArticle
from annotator.translation.messages import _, number
from annotator.ui.panels.annotations.grouping import Grouping
from annotator.ui.panels.annotations.order import Group
from annotator.ui.panels.annotations.row_text import first_words, said, tip
from annotator.ui.widgets.words.line_of_text import literal


def heading(group: Group, grouping: Grouping, role: int) -> str | None:
    """Return what the heading of the group has in that role."""
    name = grouping.name(group.key)
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return name
        case Qt.ItemDataRole.AccessibleTextRole if group.closed:
            return _("{group}, {count}, closed").format(group=name, count=number(len(group.positions)))
        case Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {number(len(group.positions))}"
        case _:
            return None


def cell(annotation: Annotation, article: OpenArticle, role: int) -> str:
    """Return what the annotation has in that role."""
    text = article.document.article.text
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return first_words(annotation, text)
        case Qt.ItemDataRole.AccessibleTextRole:
            return said(annotation, text, article.scheme)
        case _:
            return literal(tip(annotation, text, article.scheme))
