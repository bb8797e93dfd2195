"""Footnotes and endnotes of a Word document: marks and signs at their places, and their texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from annotator.interop.articles.footnotes import note_sign, roman
from annotator.interop.articles.inline.signs import begins, ends
from annotator.interop.articles.kinds.word.changes import GONE
from annotator.interop.articles.kinds.word.names import NOT_SET, W, text_element
from annotator.interop.articles.margin.margin import Margin

ID = W + "id"
REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


class Reference(NamedTuple):
    """Note that the text refers to: its kind and id, its mark in the text, and the number in the signs around that."""

    kind: str
    id: str
    mark: str
    number: int


def sign_references(body: Any, known: Mapping[str, Mapping[str, Any]], margin: Margin) -> list[Reference]:
    """Replace the references to the ``known`` notes, by kind and id, by their marks, and return them in their order."""
    in_digits = any(form.get(W + "val") == "decimal" for form in body.iterfind(f".//{W}endnotePr/{W}numFmt"))
    counts: Counter[str] = Counter()
    found = []
    for element in list(body.iter(*REFERENCES)):
        kind, id = REFERENCES[element.tag], element.get(ID, "")
        if next(element.iterancestors(*GONE), None) is not None:
            element.getparent().remove(element)  # its mark is deleted, so the note is too
            continue
        if id not in known[kind]:
            continue
        mark = _own_mark(element)
        if not mark:
            counts[kind] += 1
            mark = roman(counts[kind]) if kind == "endnote" and not in_digits else str(counts[kind])
        number = margin.new_number()
        element.addprevious(text_element(element, begins(number) + note_sign(mark) + ends(number)))
        element.getparent().remove(element)
        found.append(Reference(kind, id, mark, number))
    return found


def _own_mark(element: Any) -> str:
    """Return the mark that the author has typed, the text that follows in the run, and take it out; else nothing."""
    if element.get(W + "customMarkFollows", "0") in NOT_SET:
        return ""
    following = list(element.itersiblings(W + "t"))
    mark = "".join(text.text or "" for text in following).strip()
    for text in following:
        text.text = ""
    return mark


def notes_in(root: Any) -> dict[str, Any]:
    """Return the notes of a part by their ids, without the lines that separate them from the text."""
    return {note.get(ID, ""): note for note in root if note.get(W + "type", "normal") == "normal"}
