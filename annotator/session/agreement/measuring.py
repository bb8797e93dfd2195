"""Measuring of a folder on all cores, as long work of the window."""

from __future__ import annotations

from pathlib import Path

from annotator.corpus.processes import Processes, usable_cores
from annotator.review.agreement.article import Wanted
from annotator.session.agreement.folder_agreement import ChunkMeasuring, Measured, articles_below, not_measured
from annotator.session.background.long_work import Passing


def measured_below(folder: Path, wanted: Wanted, passing: Passing) -> Measured:
    """Measure the articles below the folder on all cores. Raises CancelledError."""
    found = Measured()
    for done in Processes(ChunkMeasuring(wanted), usable_cores(), not_measured).results(articles_below([folder])):
        for one in done.articles:
            for _annotator in one.annotators:
                passing.passed(one.path)
        found.add(done)
        passing.go_on()
    return found
