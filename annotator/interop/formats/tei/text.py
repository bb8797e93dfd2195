"""TEI text of an article: a paragraph per line, with anchors where annotations begin and end.

White space between paragraphs is that of the article, so that the concatenated text of the body equals the article's
text.
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.interop.formats.tei.names import anchor
from annotator.interop.xml.writing import content, element

BLANKS = " \t\n"
"""White space in XML; other blanks count as text."""


def text_xml(text: str, positions: Iterable[int]) -> str:
    """Return the text element with an anchor at each of the positions."""
    waiting = sorted(set(positions), reverse=True)
    lines = [*text.split("\n")]
    inner, start = [], 0
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        marked = _marked(line, start, waiting)
        inner.append(element("p", inner=[marked]) if line.strip(BLANKS) else marked)
        inner.append("" if last else "\n")
        start += len(line) + 1
    if not text.strip(BLANKS):
        inner.append(element("p"))
    return element("text", inner=[element("body", {"xml:space": "preserve"}, inner)])


def _marked(line: str, start: int, waiting: list[int]) -> str:
    """Return the line that begins at ``start`` with its anchors, whose positions are removed from ``waiting``."""
    pieces, at = [], 0
    while waiting and waiting[-1] <= start + len(line):
        position = waiting.pop()
        pieces += [content(line[at : position - start]), anchor(position)]
        at = position - start
    return "".join([*pieces, content(line[at:])])
