"""Charts as files and on paper, and their numbers as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.corpus.charts.chart import Chart
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError, shown
from annotator.translation.messages import _
from annotator.ui.charts.pictures import chart_bytes, print_charts
from annotator.ui.system.system_dialogs import Question, SystemDialogs
from annotator.ui.theme.tokens import Theme

NAMES = {"csv": "statistics", "pdf": "statistics"}


class ChartSaving:
    """Save charts where the user chooses, and say so."""

    def __init__(self, messages: SystemDialogs) -> None:
        self._messages = messages

    def save(self, kind: str, charts: Sequence[Chart], chart: Chart, theme: Theme, folder: Path) -> str:
        """Save ``chart`` as svg or png, all as pdf, their numbers as csv, or print all; return what was done."""
        if kind == "print":
            self._messages.print_painted(_("Statistics"), lambda printer: print_charts(charts, printer))
            return ""
        name = f"{NAMES.get(kind, chart.head.key)}.{kind}"
        chosen = self._messages.choose_target(str(folder / name), f".{kind}")
        if not chosen or not self._may_write(Path(chosen)):
            return ""
        try:
            write_atomically(Path(chosen), chart_bytes(kind, charts, chart, theme), follow=True)
        except FileError as error:
            self._messages.tell(_("Statistics"), str(error))
            return ""
        return _("Saved as {file}").format(file=shown(Path(chosen).name))

    def _may_write(self, path: Path) -> bool:
        if not is_there(path):
            return True
        replace, back = _("Replace"), _("Cancel")
        sentence = _("{file} is there already.").format(file=shown(path.name))
        return self._messages.ask(Question(_("Statistics"), sentence, (replace, back))) == replace
