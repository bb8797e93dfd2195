"""Objects behind the export dialog, created once for each window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from annotator.session.background.jobs import Jobs
from annotator.session.exporting.export_runs import ExportRuns
from annotator.session.exporting.format_list import FormatList
from annotator.session.exporting.preview import ExportPreview
from annotator.session.exporting.survey import Survey
from annotator.session.saving.autosave import Autosave


@dataclass(frozen=True, slots=True)
class ExportServices:
    """Objects that the export dialog uses."""

    formats: FormatList
    survey: Survey
    preview: ExportPreview
    exports: ExportRuns

    def stop(self) -> None:
        """Stop the survey and the preview and cancel a running export, as the dialog is closed."""
        self.survey.stop()
        self.preview.stop()
        self.exports.cancel()


def export_services(jobs: Jobs, autosave: Autosave, parent: QObject) -> ExportServices:
    """Create the objects with the same jobs, whose thread is meant for long work."""
    survey, exports = Survey(jobs, autosave, parent), ExportRuns(jobs, autosave, parent)
    return ExportServices(FormatList(jobs, parent), survey, ExportPreview(jobs, parent), exports)
