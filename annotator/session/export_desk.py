"""All that exporting takes below the window, made once for it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from annotator.session.autosave import Autosave
from annotator.session.export_preview import ExportPreview
from annotator.session.export_survey import Survey
from annotator.session.exports import Exports
from annotator.session.format_list import FormatList
from annotator.session.jobs import Jobs


@dataclass(frozen=True, slots=True)
class ExportDesk:
    """What the dialog is given."""

    formats: FormatList
    survey: Survey
    preview: ExportPreview
    exports: Exports

    def stop(self) -> None:
        """Nobody looks any longer: let what is under way end."""
        self.survey.stop()
        self.preview.stop()
        self.exports.cancel()


def export_desk(jobs: Jobs, autosave: Autosave, parent: QObject) -> ExportDesk:
    """Everything on the same thread, which is for long work."""
    survey, exports = Survey(jobs, autosave, parent), Exports(jobs, autosave, parent)
    return ExportDesk(FormatList(jobs, parent), survey, ExportPreview(jobs, parent), exports)
