"""Objects behind the import dialog, created once for each window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork
from annotator.session.exporting.format_list import FormatList
from annotator.session.importing.article_scan import ArticleScan
from annotator.session.importing.import_runs import ImportRuns
from annotator.session.importing.kind_detection import KindDetector
from annotator.session.importing.table_columns import TableColumns
from annotator.session.saving.autosave import Autosave


@dataclass(frozen=True, slots=True)
class ImportServices:
    """Objects that the import dialog uses; ``reading`` scans files of annotations before they are imported."""

    formats: FormatList
    recogniser: KindDetector
    articles: ArticleScan
    columns: TableColumns
    reading: LongWork
    imports: ImportRuns

    def stop(self) -> None:
        """Stop all scans and cancel a running import, as the dialog is closed."""
        for part in (self.recogniser, self.articles, self.columns):
            part.stop()
        self.reading.cancel()
        self.imports.cancel()
        self.imports.forget()


def import_services(jobs: Jobs, autosave: Autosave, clock: Callable[[], str], parent: QObject) -> ImportServices:
    """Create the objects with the same jobs, whose thread is meant for long work."""
    return ImportServices(
        FormatList(jobs, parent),
        KindDetector(jobs, parent),
        ArticleScan(jobs, parent),
        TableColumns(jobs, parent),
        LongWork(jobs, parent),
        ImportRuns(jobs, autosave, clock, parent),
    )
