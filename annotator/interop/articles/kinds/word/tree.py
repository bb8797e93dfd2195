"""Simplification of a Word document's tree to running text, with signs for what is more than text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from annotator.interop.articles.counting import Thing
from annotator.interop.articles.inline.signs import places_in, without_signs
from annotator.interop.articles.kinds.word.changes import join_deleted_ends, sign_changes, sign_deleted_rows
from annotator.interop.articles.kinds.word.levels import Look, sign_looks
from annotator.interop.articles.kinds.word.moves import sign_moves
from annotator.interop.articles.kinds.word.names import NOT_SET, W, run_of
from annotator.interop.articles.margin.margin import Margin

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"

LEFT_OUT: Mapping[str, Thing] = {
    W + "object": "embedded object",
    W + "txbxContent": "text box",
    DRAWING + "pic": "image",
    VML + "imagedata": "image",
    MATH + "oMath": "equation",
    W + "sym": "symbol",
}
"""In the order of removal: containers come before what they may contain."""

REFERENCES: Mapping[str, Thing] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}

OPENED = [
    *(W + name for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")),
    *(W + "ruby", W + "rubyBase"),
    *(COMPATIBLE + "AlternateContent", COMPATIBLE + "Choice"),
]
BREAKS = ("page", "column")


def drop_foreign_signs(body: Any) -> None:
    """Remove characters that would be taken for signs, and what stands there only for older programs."""
    _drop(body, COMPATIBLE + "Fallback")
    for text in body.iter(W + "t", W + "delText"):
        text.text = without_signs(text.text or "")


def drop_non_text(body: Any, margin: Margin) -> Counter[Thing]:
    """Remove what is not running text; return counts by kind. Comments in it stay as those beside the text."""
    counts: Counter[Thing] = Counter()
    for tag, name in LEFT_OUT.items():
        for element in body.iter(tag):
            _keep_places(element, margin)
        counts[name] += _drop(body, tag)
    return counts


def _keep_places(element: Any, margin: Margin) -> None:
    """Put the signs of comments in the element behind the run that it is in."""
    signs = places_in("".join(text.text or "" for text in element.iter(W + "t", W + "delText")))
    run = next(element.iterancestors(W + "r"), None)
    if signs and run is not None:
        run.addnext(run_of(run, signs))
        margin.put_beside(signs)


def simplify(body: Any, looks: Mapping[str, Look], margin: Margin) -> Counter[Thing]:
    """Reduce the body to paragraphs and tables with runs of text only; return counts of what was left out, by kind.

    The references to notes and comments that are to be kept have been replaced by signs before; ``looks`` are those of
    the styles of runs.
    """
    counts: Counter[Thing] = Counter({name: _drop(body, tag) for tag, name in REFERENCES.items()})
    sign_moves(body, margin)
    sign_deleted_rows(body, margin)
    sign_changes(body, margin)
    counts["hidden passage"] += _drop_hidden(body)
    sign_looks(body, looks)
    _break_pages(body)
    _unwrap_all(body)
    join_deleted_ends(body)
    return counts


def _drop(body: Any, tag: str) -> int:
    """Remove the elements and return their count."""
    found = list(body.iter(tag))
    for element in found:
        element.getparent().remove(element)
    return len(found)


def _drop_hidden(body: Any) -> int:
    hidden = [mark.getparent().getparent() for mark in body.iter(W + "vanish") if mark.get(W + "val") not in NOT_SET]
    runs = [run for run in hidden if run.tag == W + "r" and run.getparent() is not None]
    for run in runs:
        run.getparent().remove(run)
    return len(runs)


def _break_pages(body: Any) -> None:
    """Make line breaks of the breaks of pages and columns, at which the words before and after would meet."""
    for element in body.iter(W + "br"):
        if element.get(W + "type") in BREAKS:
            del element.attrib[W + "type"]


def _unwrap_all(body: Any) -> None:
    """Replace every wrapper by its content; a run inside a run, as under ruby, is merged into it."""
    for element in list(body.iter(*OPENED)):
        _unwrap(element)
    for run in [run for run in body.iter(W + "r") if run.getparent().tag == W + "r"]:
        _unwrap(run)


def _unwrap(element: Any) -> None:
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)
