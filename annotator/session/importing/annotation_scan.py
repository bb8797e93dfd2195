"""Scan of files for annotations to import: annotators, labels and relations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.format import Format
from annotator.interop.report import Report
from annotator.session.background.long_work import Passing
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_error import FileError, Problem
from annotator.storage.files.real_place import followed
from annotator.translation.messages import _


@dataclass(slots=True)
class AnnotationScan:
    """Counts of the labels and relation types as named in the files; ``problems`` are of files that cannot be read."""

    documents: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    relations: Counter[str] = field(default_factory=Counter)
    annotators: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def annotations_in(format: Format, sources: Sequence[Path], passing: Passing) -> AnnotationScan:
    """Read and count the annotations of all sources without importing them. Raises CancelledError."""
    finds = AnnotationScan()
    passing.begin(_("Reading"))
    for source in sources:
        try:
            with confined_to([source]):
                _scan(format, source, passing, finds)
        except ForeignError as error:
            finds.problems.append(error.problem(source))
        except FileError as error:
            finds.problems.append(error.problem)
    return finds


def _scan(format: Format, source: Path, passing: Passing, finds: AnnotationScan) -> None:
    """Add what the source has, and the problems of what in it cannot be read. Raises ForeignError and FileError."""
    if format.read is None:
        raise ForeignError(_("{format} can be exported only.").format(format=format.title))
    report = Report(problems=finds.problems)
    for incoming in format.read(followed(source), report):
        passing.passed(incoming.path)
        finds.documents += 1
        finds.annotators.add(incoming.annotator)
        finds.labels.update(item.label for item in incoming.annotations)
        finds.relations.update(item.type for item in incoming.relations)
