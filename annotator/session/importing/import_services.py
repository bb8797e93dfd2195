"""All that importing takes below the window, made once for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import LongWork
from annotator.session.exporting.format_list import FormatList
from annotator.session.importing.article_scan import ArticleFinds
from annotator.session.importing.import_runs import Imports
from annotator.session.importing.kind_detection import Recogniser
from annotator.session.importing.table_columns import TableColumns
from annotator.session.saving.autosave import Autosave


@dataclass(frozen=True, slots=True)
class ImportDesk:
    """What the dialog is given; ``reading`` looks through files of annotations before they are taken."""

    formats: FormatList
    recogniser: Recogniser
    articles: ArticleFinds
    columns: TableColumns
    reading: LongWork
    imports: Imports

    def stop(self) -> None:
        """Nobody looks any longer: let what is under way end."""
        for part in (self.recogniser, self.articles, self.columns):
            part.stop()
        self.reading.cancel()
        self.imports.cancel()


def import_desk(jobs: Jobs, autosave: Autosave, clock: Callable[[], str], parent: QObject) -> ImportDesk:
    """Everything on the same thread, which is for long work."""
    return ImportDesk(
        FormatList(jobs, parent),
        Recogniser(jobs, parent),
        ArticleFinds(jobs, parent),
        TableColumns(jobs, parent),
        LongWork(jobs, parent),
        Imports(jobs, autosave, clock, parent),
    )
