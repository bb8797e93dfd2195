"""Texts of the rows: names, what a screen reader says, and tooltips."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt

from annotator.language.plain_line import plain_line
from annotator.session.opening.entry import Entry, shown_status
from annotator.session.opening.status_names import status_in_sentence, status_words
from annotator.storage.files.file_error import shown
from annotator.translation.messages import listed
from annotator.ui.panels.articles.group_names import done_words, told_of
from annotator.ui.panels.articles.shown_order import ArticleGroup
from annotator.ui.widgets.words.counted import counted_annotations, open_comments
from annotator.ui.widgets.words.line_of_text import literal


def of_entry(entry: Entry, comments: int, role: int) -> str | None:
    """Return what the row of an article with so many open comments has in that role."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return shown(entry.name)
        case Qt.ItemDataRole.AccessibleTextRole:
            return listed(part for part in _told(entry, comments) if part)
        case Qt.ItemDataRole.ToolTipRole:
            return literal("\n".join(part for part in _tip(entry, comments) if part))
        case _:
            return None


def of_group(name: str, group: ArticleGroup, role: int) -> str | None:
    """Return what the heading of a group has in that role."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return name
        case Qt.ItemDataRole.AccessibleTextRole:
            return told_of(name, group)
        case Qt.ItemDataRole.ToolTipRole:
            return literal(f"{name}\n{done_words(group)}")
        case _:
            return None


def _told(entry: Entry, comments: int) -> tuple[str, ...]:
    return (
        shown(entry.name),
        status_in_sentence(shown_status(entry)),
        counted_annotations(entry.annotations),
        open_comments(comments) if comments else "",
        plain_line(entry.problem or entry.title),
    )


def _tip(entry: Entry, comments: int) -> tuple[str, ...]:
    place = shown(os.path.join(entry.folder, entry.path.name).replace(os.sep, "/"))  # noqa: PTH118  # a text
    said = open_comments(comments) if comments else ""
    return place, plain_line(entry.title), status_words(shown_status(entry)), said, entry.problem
