"""Single files to standard output, for which “-” stands: nothing is printed before the file is complete."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from annotator.interop.output import Output, staged

STANDARD_OUTPUT = Path("-")
Told = TypeVar("Told")


def written_to_standard_output(write: Callable[[Output], Told], suffix: str) -> Told:
    """Let a single file with the suffix be written, print its bytes, and return what ``write`` returns.

    Raises SaveError and what ``write`` raises.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"export{suffix}"
        with staged(path, folder=False, replace=False) as output:
            told = write(output)
        sys.stdout.flush()
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
    return told
