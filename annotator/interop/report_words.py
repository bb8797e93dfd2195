"""A report as sentences for people and as plain values for JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from annotator.interop.report import ALTERED, ANNOTATION, DOCUMENT, LEFT_OUT, RELATION, Loss, Report
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, listed, ngettext, number

EXAMPLES = 3

LOST: Mapping[tuple[str, str], Callable[[int], str]] = MappingProxyType(
    {
        (LEFT_OUT, ANNOTATION): lambda n: ngettext("{count} annotation left out", "{count} annotations left out", n),
        (LEFT_OUT, RELATION): lambda n: ngettext("{count} relation left out", "{count} relations left out", n),
        (LEFT_OUT, DOCUMENT): lambda n: ngettext("{count} document left out", "{count} documents left out", n),
        (ALTERED, ANNOTATION): lambda n: ngettext("{count} annotation altered", "{count} annotations altered", n),
        (ALTERED, RELATION): lambda n: ngettext("{count} relation altered", "{count} relations altered", n),
        (ALTERED, DOCUMENT): lambda n: ngettext("{count} document altered", "{count} documents altered", n),
    }
)
"""Headings by what happened and the kind of thing, which choose their plural when they are shown."""


def written(report: Report) -> str:
    """Return how much was written: “4 documents, 18 annotations and 5 relations”."""
    return _("{documents}, {annotations} and {relations}").format(
        documents=_documents(report.documents),
        annotations=_annotations(report.annotations),
        relations=_relations(report.relations),
    )


def lost(what: str, kind: str, count: int) -> str:
    """Return the heading of losses with the same reason: “3 annotations left out”."""
    return LOST[what, kind](count).format(count=number(count))


def losses(report: Report) -> Iterator[str]:
    """Yield one sentence per reason for losses, the most frequent first, with examples of where they happened."""
    places: dict[tuple[str, str, str], list[Loss]] = defaultdict(list)
    for loss in report.losses:
        places[loss.what, loss.kind, loss.why].append(loss)
    for (what, kind, why), found in sorted(places.items(), key=lambda item: -len(item[1])):
        # Translators: {lost} is as “3 annotations left out”, {why} a clause such as “it marks no words”
        message = _("{lost}: {why}: {places}.")
        yield message.format(lost=lost(what, kind, len(found)), why=shown(_(why)), places=_places(found))
    if report.not_carried:
        yield _("Not carried by this format: {parts}.").format(parts=not_carried(report))


def not_carried(report: Report) -> str:
    """Return the parts of documents that the format lacks, by alphabet."""
    return listed(sorted(map(_, report.not_carried)))


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


def _documents(count: int) -> str:
    """Return the count with its noun: “1 document”, “2,000 documents”."""
    return ngettext("{count} document", "{count} documents", count).format(count=number(count))


def _annotations(count: int) -> str:
    """Return the count with its noun: “1 annotation”, “2,000 annotations”."""
    return ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))


def _relations(count: int) -> str:
    """Return the count with its noun: “1 relation”, “2,000 relations”."""
    return ngettext("{count} relation", "{count} relations", count).format(count=number(count))


def _places(found: list[Loss]) -> str:
    examples, more = listed(map(_place, found[:EXAMPLES])), len(found) - EXAMPLES
    if more <= 0:
        return examples
    # Translators: {places} is a list with commas
    return _("{places} and {count} more").format(places=examples, count=number(more))


def _place(loss: Loss) -> str:
    item = f"{shown(loss.path)} {shown(loss.id)}" if loss.id else shown(loss.path)
    # Translators: {item} is a file's name and an annotation's id, {position} a number of characters
    return item if loss.start is None else _("{item} at {position}").format(item=item, position=loss.start)
