"""Tracked changes of a Word document: what was deleted becomes a correction, what was moved stands once."""

from __future__ import annotations

from typing import Any

from annotator.interop.articles.inline.signs import DELETED, ENDS, INSERTED, signed
from annotator.interop.articles.kinds.word.names import W, run_of, text_element

OF_PROPERTIES = (W + "rPr", W + "trPr", W + "tcPr", W + "ctrlPr", W + "numPr")
"""Elements in which a change is only the mark of a paragraph's end, a row or the like."""

GONE = (W + "del", W + "moveFrom")


def sign_deleted_rows(body: Any) -> None:
    """Replace each row that was deleted by a paragraph before the outermost table, with its deleted words."""
    for row in [row for row in body.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]:
        if tables := list(row.iterancestors(W + "tbl")):
            paragraph = row.makeelement(W + "p")
            paragraph.append(run_of(row, signed(_words(row), DELETED)))
            tables[-1].addprevious(paragraph)
        row.getparent().remove(row)


def _words(row: Any) -> str:
    texts = ("".join(text.text or "" for text in p.iter(W + "t", W + "delText")) for p in row.iter(W + "p"))
    return " ".join(text for text in texts if text)


def sign_changes(body: Any) -> None:
    """Put signs around deleted and inserted runs; drop text where it was moved from, if it stands elsewhere."""
    is_moved = next(body.iter(W + "moveTo"), None) is not None
    for element in list(body.iter(W + "del", W + "moveFrom")):
        parent = element.getparent()
        if parent.tag in OF_PROPERTIES:
            continue
        if len(element) and not (is_moved and element.tag == W + "moveFrom"):
            _open(element, DELETED)
        else:
            parent.remove(element)
    for text in list(body.iter(W + "delText")):
        text.addprevious(text_element(text, text.text or ""))
        text.getparent().remove(text)
    for element in list(body.iter(W + "ins")):
        if element.getparent().tag not in OF_PROPERTIES and len(element):
            element.insert(0, run_of(element, INSERTED))
            element.append(run_of(element, ENDS[INSERTED]))


def _open(element: Any, sign: str) -> None:
    element.addprevious(run_of(element, sign))
    for child in list(element):
        element.addprevious(child)
    element.addprevious(run_of(element, ENDS[sign]))
    element.getparent().remove(element)


def join_deleted_ends(body: Any) -> None:
    """Join each paragraph whose end was deleted, or moved away, with the paragraph that follows."""
    for paragraph in reversed(list(body.iter(W + "p"))):
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        if marks is None or all(marks.find(tag) is None for tag in GONE):
            continue
        following = paragraph.getnext()
        while following is not None and following.tag not in (W + "p", W + "tbl"):
            following = following.getnext()
        if following is not None and following.tag == W + "p":
            _prepend(paragraph, following)


def _prepend(paragraph: Any, following: Any) -> None:
    at = 1 if following.find(W + "pPr") is not None else 0
    following.insert(at, run_of(following, signed(" ", DELETED)))
    for number, child in enumerate(child for child in list(paragraph) if child.tag != W + "pPr"):
        following.insert(at + number, child)
    paragraph.getparent().remove(paragraph)
