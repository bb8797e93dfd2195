"""Heading and context of the item that a conflict is about."""

from __future__ import annotations

from annotator.language.label_names import capitalised, label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation, Relation
from annotator.model.document import Document, Status
from annotator.model.items import Item
from annotator.model.merge import Conflict
from annotator.model.scheme import Scheme
from annotator.session.editing.item_words import item_words
from annotator.translation.messages import _
from annotator.ui.dialogs.merge_dialog.facts import end_words
from annotator.ui.widgets.words.laid_runs import Kind, Run

AROUND, MOST_MARKED = 90, 240


def heading(conflict: Conflict, scheme: Scheme) -> str:
    """Return the kind of the item in conflict, in a few words."""
    match conflict.ours or conflict.theirs:
        case Annotation() as annotation:
            return capitalised(label_name(scheme, annotation.label))
        case Relation() as relation:
            return _("Relation: {type}").format(type=plain_line(capitalised(relation.type)).lower())
        case Status():
            return _("Status of the article")
        case Item() as item:
            return item_words(item)
        case _:
            return _("Header of the sidecar")


def row_words(conflict: Conflict, document: Document, scheme: Scheme) -> str:
    """Return the text of the conflict's row in the list."""
    item = conflict.ours or conflict.theirs
    return plain_line(document.words(item)) if isinstance(item, Annotation) else heading(conflict, scheme)


def label_of(conflict: Conflict) -> str:
    """Return the annotation's label id; empty for other items."""
    item = conflict.ours or conflict.theirs
    return item.label if isinstance(item, Annotation) else ""


def context(conflict: Conflict, document: Document) -> list[Run]:
    """Return the annotation's words, marked, with context; the two ends of a relation; nothing for other items."""
    match conflict.ours or conflict.theirs:
        case Annotation() as annotation:
            before, after = _around(annotation, document)
            marked = Run(_cut(document.words(annotation)), Kind.MARKED)
            return [Run(before, Kind.MUTED), marked, Run(after, Kind.MUTED)]
        case Relation() as relation:
            ends = [end_words(id, document) for id in (relation.source, relation.target)]
            return [Run(ends[0]), Run(" → ", Kind.MUTED), Run(ends[1])]
        case _:
            return []


def _around(annotation: Annotation, document: Document) -> tuple[str, str]:
    if annotation.displaced:
        return _end(annotation.displaced.before), _beginning(annotation.displaced.after)
    text, span = document.article.text, annotation.span
    return _end(text[max(span.start - AROUND, 0) : span.start]), _beginning(text[span.end : span.end + AROUND])


def _end(text: str) -> str:
    """Return the context before the words, from the beginning of its line and of a word."""
    line = text[text.rfind("\n") + 1 :]
    return f"…\N{NO-BREAK SPACE}{line[line.find(' ') + 1 :]}" if len(line) == AROUND and " " in line else line


def _beginning(text: str) -> str:
    line = text.split("\n", 1)[0]
    return f"{line[: line.rfind(' ')]}\N{NO-BREAK SPACE}…" if len(line) == AROUND and " " in line else line


def _cut(words: str) -> str:
    line = words.replace("\n", " ")
    return line if len(line) <= MOST_MARKED else f"{line[: MOST_MARKED // 2]} … {line[-MOST_MARKED // 2 :]}"
