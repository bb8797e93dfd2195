"""Tracked deletions and insertions of a Word document, which become corrections."""

from __future__ import annotations

from typing import Any

from annotator.interop.articles.inline.signs import DELETED, ENDS, INSERTED, numbered, signed
from annotator.interop.articles.kinds.word.names import W, change_of, run_of, text_element
from annotator.interop.articles.margin.margin import Margin

OF_PROPERTIES = (W + "rPr", W + "trPr", W + "tcPr", W + "ctrlPr", W + "numPr")
"""Elements in which a change is only the mark of a paragraph's end, a row or the like."""

GONE = (W + "del", W + "moveFrom")


def sign_deleted_rows(body: Any, margin: Margin) -> None:
    """Replace each row that was deleted by a paragraph before the outermost table, with its deleted words."""
    for row in [row for row in body.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]:
        change = change_of(row.find(f"{W}trPr/{W}del"), margin)
        if tables := list(row.iterancestors(W + "tbl")):
            paragraph = row.makeelement(W + "p")
            paragraph.append(run_of(row, signed(_words(row), DELETED, change)))
            tables[-1].addprevious(paragraph)
        row.getparent().remove(row)


def _words(row: Any) -> str:
    texts = ("".join(text.text or "" for text in p.iter(W + "t", W + "delText")) for p in row.iter(W + "p"))
    return " ".join(text for text in texts if text)


def sign_changes(body: Any, margin: Margin) -> None:
    """Put signs around deleted and inserted runs, with the numbers of the changes in the margin."""
    for element in list(body.iter(W + "del")):
        parent = element.getparent()
        if parent.tag in OF_PROPERTIES:
            continue
        if len(element):
            _open(element, change_of(element, margin))
        else:
            parent.remove(element)
    for text in list(body.iter(W + "delText")):
        text.addprevious(text_element(text, text.text or ""))
        text.getparent().remove(text)
    for element in list(body.iter(W + "ins")):
        if element.getparent().tag not in OF_PROPERTIES and len(element):
            element.insert(0, run_of(element, numbered(INSERTED, change_of(element, margin))))
            element.append(run_of(element, ENDS[INSERTED]))


def _open(element: Any, change: int | None) -> None:
    element.addprevious(run_of(element, numbered(DELETED, change)))
    for child in list(element):
        element.addprevious(child)
    element.addprevious(run_of(element, ENDS[DELETED]))
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
