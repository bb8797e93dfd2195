"""Simplification of a Word document's tree: changes accepted, wrappers removed, all but running text removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from annotator.interop.articles.counting import Thing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"

LEFT_OUT: Mapping[str, Thing] = {
    W + "del": "tracked deletion",
    W + "moveFrom": "tracked deletion",
    W + "object": "embedded object",
    W + "txbxContent": "text box",
    DRAWING + "pic": "image",
    VML + "imagedata": "image",
    MATH + "oMath": "equation",
    W + "sym": "symbol",
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
    W + "commentReference": "comment",
}
"""In the order of removal: containers come before what they may contain."""

OPENED = [
    *(W + name for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")),
    *(W + "ruby", W + "rubyBase"),
    *(COMPATIBLE + "AlternateContent", COMPATIBLE + "Choice"),
]
NOT_HIDDEN = ("0", "false", "off")


def simplify(body: Any) -> Counter[Thing]:
    """Reduce the body to paragraphs and tables with runs of text only; return counts of what was left out, by kind."""
    counts: Counter[Thing] = Counter()
    _drop(body, COMPATIBLE + "Fallback")
    for page_or_column in body.iter(W + "br"):  # python-docx drops these and would join the words on either side
        page_or_column.attrib.pop(W + "type", None)
    counts["tracked deletion"] += _drop_rows(body)
    for tag, name in LEFT_OUT.items():
        counts[name] += _drop(body, tag)
    counts["hidden passage"] += _drop_hidden(body)
    _unwrap_all(body)
    return counts


def _drop(body: Any, tag: str) -> int:
    """Remove the elements and return their count, without bare marks such as that of a deleted paragraph end."""
    count = 0
    for element in list(body.iter(tag)):
        count += len(element) > 0 or element.getparent().tag not in (W + "rPr", W + "trPr")
        element.getparent().remove(element)
    return count


def _drop_rows(body: Any) -> int:
    """Remove the rows that were deleted with change tracking; return their count."""
    deleted = [row for row in body.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]
    for row in deleted:
        row.getparent().remove(row)
    return len(deleted)


def _drop_hidden(body: Any) -> int:
    hidden = [mark.getparent().getparent() for mark in body.iter(W + "vanish") if mark.get(W + "val") not in NOT_HIDDEN]
    runs = [run for run in hidden if run.tag == W + "r" and run.getparent() is not None]
    for run in runs:
        run.getparent().remove(run)
    return len(runs)


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
