"""Reading of PDF files in a subprocess that may time out, run out of memory or crash without harm.

PDFium is native code, and a file of a few kilobytes can demand gigabytes of memory or hours of time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import astuple

from annotator.interop.articles.kinds.pdf.limits import WITHOUT_WINDOW, limit_memory
from annotator.interop.articles.kinds.pdf.lines import Line, Printed, printed
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import is_installed, require
from annotator.storage.files.file_bytes import MIB

SECONDS, SECONDS_A_MIB, MOST_SECONDS = 30, 60, 120
"""A MiB holds some 500 pages of text, which take about 8 seconds, and many times that on a busy machine."""

CODE = f"import sys; sys.path[:] = sys.argv[1:]; from {__name__} import answer; answer()"
TOO_SLOW = "It could not be read within {} seconds. Split it into smaller files, or save it anew."
FAILED = "It could not be read: it is damaged, or it needs more memory than a text should."


def read_in_subprocess(data: bytes) -> Printed:
    """Read the file's pages in a subprocess. Raises ForeignError."""
    if not is_installed("pypdfium2"):
        require("pypdfium2", "pypdfium2")
    command, seconds = [sys.executable, "-I", "-c", CODE, *sys.path], seconds_for(len(data))
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False, creationflags=WITHOUT_WINDOW
        )
    except subprocess.TimeoutExpired as error:
        raise ForeignError(TOO_SLOW.format(seconds)) from error
    if done.returncode or not done.stdout:
        raise ForeignError(FAILED)
    told = json.loads(done.stdout)
    if "sentence" in told:
        raise ForeignError(told["sentence"], told["place"])
    return Printed([[Line(*line) for line in page] for page in told["pages"]], told["doubtful"], told["properties"])


def seconds_for(size: int) -> int:
    """Return how long a file of that many bytes may take."""
    return min(SECONDS + SECONDS_A_MIB * size // MIB, MOST_SECONDS)


def answer() -> None:
    """Run in the subprocess: read the file from stdin and write its pages, or the error, to stdout as JSON."""
    limit_memory()
    try:
        found = printed(sys.stdin.buffer.read())
    except ForeignError as error:
        sys.stdout.write(json.dumps({"sentence": error.sentence, "place": error.place}))
        return
    pages = [[astuple(line) for line in page] for page in found.pages]
    sys.stdout.write(json.dumps({"pages": pages, "doubtful": found.doubtful, "properties": dict(found.properties)}))
