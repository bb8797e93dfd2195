"""W3C Web Annotation as JSON-LD; reads also what Recogito, Annotorious, Hypothesis and STAM write."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.interop.format import ALL_BUT_CHECKS, Format
from annotator.interop.formats.web_annotation.reading import read
from annotator.interop.formats.web_annotation.terms import CONTEXT, OWN, OWN_TERMS
from annotator.interop.formats.web_annotation.writing import AnnotationsOf
from annotator.interop.json.writing import json_line
from annotator.interop.options import Options
from annotator.interop.output import Output
from annotator.interop.report import Report
from annotator.model.entry import Entry


def write(entries: Iterable[Entry], output: Output, options: Options, report: Report) -> None:
    """Write a collection with one page and one annotation per line. Offsets are code points, as the standard says."""
    head = {"@context": [CONTEXT, OWN_TERMS], "id": f"{OWN}collection", "type": "AnnotationCollection"}
    with output.text() as file:
        file.write(json_line(head).removesuffix("}"))
        file.write(f',\n"first":{{"id":"{OWN}page","type":"AnnotationPage","startIndex":0,"items":[')
        total = 0
        for entry in entries:
            for annotation in AnnotationsOf(entry, options):
                file.write(f"{',' if total else ''}\n{json_line(annotation)}")
                total += 1
        file.write(f'\n]}},\n"total":{total}}}\n')


FORMAT = Format("web-annotation", "W3C Web Annotation", ".jsonld", ALL_BUT_CHECKS, write, read, textless=True)
