"""Export to standard output: nothing is printed before the export is complete."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from annotator.interop.format import Format
from annotator.interop.options import Options
from annotator.interop.outgoing.exporting import export
from annotator.interop.report import Report
from annotator.model.entry import Entry
from annotator.storage.files.file_error import Problem


def export_to_standard_output(
    format: Format, entries: Iterable[Entry | Problem], options: Options, passed: Callable[[str], None]
) -> Report:
    """Export to a temporary file and print its bytes; for single-file formats. Raises SaveError and ForeignError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"export{format.suffix}"
        report = export(format, entries, path, options, passed)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return report
