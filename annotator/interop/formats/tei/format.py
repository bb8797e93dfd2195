"""TEI P5: the text with anchors, the annotations in a standOff element, the scheme in the header."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.interop.format import ARTICLE, ATTRIBUTES, IDS, NOTES, OVERLAPS, RELATIONS, STATUS, Format
from annotator.interop.formats.tei.header import Taxonomies, header_xml
from annotator.interop.formats.tei.names import NAMESPACE, XmlIds
from annotator.interop.formats.tei.standoff import StandOff
from annotator.interop.formats.tei.text import text_xml
from annotator.interop.options import LICENCE, Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.interop.xml.writing import DECLARATION, element, tell_what_is_replaced
from annotator.model.entry import Entry


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write one file per document."""
    taxonomies: Taxonomies | None = None
    for entry in entries:
        if taxonomies is None or taxonomies.scheme is not entry.scheme:
            taxonomies = Taxonomies.of(entry.scheme)
        tell_what_is_replaced(entry, report, entry.text, dict(entry.document.article_extra))
        with output.text(f"{entry.name}.xml") as file:
            file.write(_document(entry, taxonomies, options.licence, report))


def _document(entry: Entry, taxonomies: Taxonomies, licence: str, report: Report) -> str:
    ids = XmlIds(taxonomies.ids)
    positions = [position for item in entry.annotations for position in (item.span.start, item.span.end)]
    header = header_xml(entry, ids, taxonomies, licence)
    parts = [header, StandOff(entry, ids, report).xml(), text_xml(entry.text, positions)]
    return DECLARATION + element("TEI", {"xmlns": NAMESPACE}, ["\n", *(f"{part}\n" for part in parts if part)]) + "\n"


CARRIES = frozenset({ATTRIBUTES, RELATIONS, NOTES, IDS, STATUS, ARTICLE, OVERLAPS})
FORMAT = Format("tei", "TEI P5", "", CARRIES, write, uses=frozenset({LICENCE}))
