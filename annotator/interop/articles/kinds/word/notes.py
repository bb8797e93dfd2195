"""Footnotes, endnotes and comments of a Word document: signs at their places, and their texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from annotator.interop.articles.comments import MOST_COMMENTS, Comment
from annotator.interop.articles.footnotes import note_sign, roman
from annotator.interop.articles.inline.signs import comment_begins, comment_ends
from annotator.interop.articles.kinds.word.changes import GONE
from annotator.interop.articles.kinds.word.names import NOT_SET, W, run_of, text_element

ID = W + "id"
INLINE = (W + "p", W + "hyperlink", W + "ins", W + "del", W + "moveTo", W + "moveFrom", W + "smartTag")
REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}


class Reference(NamedTuple):
    """Note that the text refers to: its kind and id, and its mark in the text."""

    kind: str
    id: str
    mark: str


def sign_references(body: Any, known: Mapping[str, Mapping[str, Any]]) -> list[Reference]:
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
        element.addprevious(text_element(element, note_sign(mark)))
        element.getparent().remove(element)
        found.append(Reference(kind, id, mark))
    return found


def _own_mark(element: Any) -> str:
    """Return the mark that the author has typed, which follows in the same run, and take it out; else nothing."""
    if element.get(W + "customMarkFollows", "0") in NOT_SET:
        return ""
    following = [text for text in element.itersiblings(W + "t") if (text.text or "").strip()]
    if not following:
        return ""
    mark, following[0].text = following[0].text.strip(), ""
    return str(mark)


def notes_in(root: Any) -> dict[str, Any]:
    """Return the notes of a part by their ids, without the lines that separate them from the text."""
    return {note.get(ID, ""): note for note in root if note.get(W + "type", "normal") == "normal"}


def sign_comments(body: Any, comments: Mapping[str, Comment]) -> dict[int, Comment]:
    """Put signs where the comments, by id, begin and end; return those that have a place by their numbers."""
    numbers = {id: number for number, id in enumerate(list(comments)[:MOST_COMMENTS])}
    begun = {
        id for id, element in _marked(body, "commentRangeStart", numbers) if _put(element, comment_begins, numbers)
    }
    ended = {id for id, element in _marked(body, "commentRangeEnd", numbers) if _put(element, comment_ends, numbers)}
    pointed = set()
    for id, element in _marked(body, "commentReference", numbers):
        if id not in begun or id not in ended:
            sign = comment_ends(numbers[id]) if id in begun else comment_begins(numbers[id])
            element.addprevious(text_element(element, sign))
        pointed.add(id)
        element.getparent().remove(element)
    placed = begun | ended | pointed
    return {number: comments[id] for id, number in numbers.items() if id in placed}


def _marked(body: Any, name: str, numbers: Mapping[str, int]) -> Iterator[tuple[str, Any]]:
    return ((id, element) for element in list(body.iter(W + name)) if (id := element.get(ID, "")) in numbers)


def _put(element: Any, sign: Callable[[int], str], numbers: Mapping[str, int]) -> bool:
    """Put the sign in the place of the element, or into the paragraph beside it; return whether there is one."""
    run = run_of(element, sign(numbers[element.get(ID)]))
    if element.getparent().tag in INLINE:
        element.addprevious(run)
        return True
    if element.tag == W + "commentRangeStart":
        paragraph = next(element.itersiblings(W + "p"), None)
        if paragraph is not None:
            paragraph.insert(1 if paragraph.find(W + "pPr") is not None else 0, run)
        return paragraph is not None
    paragraph = next(element.itersiblings(W + "p", preceding=True), None)
    if paragraph is not None:
        paragraph.append(run)
    return paragraph is not None
