"""Export to standard output: nothing is printed before the export is complete."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from annotator.interop.output import Output, staged
from annotator.interop.report import Report


def written_to_standard_output(write: Callable[[Output], Report], suffix: str) -> Report:
    """Let a single file with the suffix be written, and print its bytes. Raises SaveError and ForeignError."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"export{suffix}"
        with staged(path, folder=False, replace=False) as output:
            report = write(output)
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return report
