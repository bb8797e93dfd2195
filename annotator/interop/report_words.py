"""A report as sentences for people and as plain values for JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from annotator.interop.report import Loss, Report
from annotator.storage.files.file_error import shown

EXAMPLES = 3


def written(report: Report) -> str:
    """Return how much was written: “4 documents, 18 annotations and 5 relations”."""
    annotations, relations = number(report.annotations, "annotation"), number(report.relations, "relation")
    return f"{number(report.documents, 'document')}, {annotations} and {relations}"


def losses(report: Report) -> Iterator[str]:
    """Yield one sentence per reason for losses, the most frequent first, with examples of where they happened."""
    places: dict[tuple[str, str, str], list[Loss]] = defaultdict(list)
    for loss in report.losses:
        places[loss.what, loss.kind, loss.why].append(loss)
    for (what, kind, why), found in sorted(places.items(), key=lambda item: -len(item[1])):
        examples = ", ".join(map(_place, found[:EXAMPLES]))
        more = f" and {len(found) - EXAMPLES:,} more" if len(found) > EXAMPLES else ""
        yield f"{number(len(found), kind)} {what}: {shown(why)}: {examples}{more}."
    if report.not_carried:
        yield f"Not carried by this format: {', '.join(sorted(report.not_carried))}."


def number(count: int, what: str) -> str:
    """Return the count with its noun, e.g. “1 document”, “2,000 documents”."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def as_values(report: Report) -> dict[str, Any]:
    """Return the whole report as plain values for JSON."""
    return {
        "documents": report.documents,
        "annotations": report.annotations,
        "relations": report.relations,
        "reasons": [
            {"count": count, "what": what, "kind": kind, "why": why} for count, what, kind, why in report.reasons()
        ],
        "losses": [
            {
                "what": loss.what,
                "kind": loss.kind,
                "path": loss.path,
                "id": loss.id,
                "why": loss.why,
                "start": loss.start,
                "words": loss.words,
            }
            for loss in report.losses
        ],
        "not_carried": sorted(report.not_carried),
        "notes": report.notes,
        "problems": [
            {"file": str(problem.path), "line": problem.line, "problem": problem.sentence}
            for problem in report.problems
        ],
    }


def _place(loss: Loss) -> str:
    at = f" {shown(loss.id)}" if loss.id else ""
    return f"{shown(loss.path)}{at}" + (f" at {loss.start}" if loss.start is not None else "")
