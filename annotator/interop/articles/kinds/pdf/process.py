"""Reading of PDF files in a subprocess that may time out, run out of memory or crash without harm.

PDFium is native code, and a file of a few kilobytes can demand gigabytes of memory or hours of time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import astuple, replace
from subprocess import DEVNULL, PIPE
from time import monotonic
from typing import Any

from annotator.interop.articles.kinds.pdf.limits import WITHOUT_WINDOW, limit_memory
from annotator.interop.articles.kinds.pdf.lines import Line, Printed, UnreadableError, printed
from annotator.interop.foreign.errors import ForeignError
from annotator.interop.foreign.optional_libraries import is_installed, require
from annotator.storage.files.file_bytes import MIB
from annotator.translation.messages import N_, _, number

SECONDS, SECONDS_A_MIB, MOST_SECONDS = 30, 60, 120
"""A MiB holds some 500 pages of text, which take about 8 seconds, and many times that on a busy machine."""

STEP_SECONDS = 0.1
"""Time between two questions whether the reading is still wanted."""

CODE = f"import sys; sys.path[:] = sys.argv[1:]; from {__name__} import answer; answer()"
TOO_SLOW = N_("It could not be read within {seconds} seconds. Split it into smaller files, or save it anew.")
FAILED = N_("It could not be read: it is damaged, or it needs more memory than a text should.")


def read_in_subprocess(data: bytes, go_on: Callable[[], None]) -> Printed:
    """Read the file's pages in a subprocess. Raises ForeignError.

    ``go_on`` is called several times a second; what it raises ends the subprocess.
    """
    if not is_installed("pypdfium2"):
        require("pypdfium2", "pypdfium2")
    answered = _answer_to(data, seconds_for(len(data)), go_on)
    if not answered:
        raise ForeignError(_(FAILED))
    told = json.loads(answered)
    if "sentence" in told:
        raise _error(told["sentence"], told["most"], told["page"])
    pages = [[_line(line) for line in page] for page in told["pages"]]
    return Printed(pages, told["doubtful"], told["properties"], told["levels"], told["set_apart"], told["marks"])


def _line(fields: list[Any]) -> Line:
    *others, cells = fields
    return replace(Line(*others), cells=tuple((text, left, right) for text, left, right in cells))


def _answer_to(data: bytes, seconds: int, go_on: Callable[[], None]) -> bytes:
    """Return what the subprocess writes; empty where it fails. Raises ForeignError where it takes too long."""
    command, until = [sys.executable, "-I", "-c", CODE, *sys.path], monotonic() + seconds
    with (
        ThreadPoolExecutor(1, "pdf") as thread,
        subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, creationflags=WITHOUT_WINDOW) as process,
    ):
        written = thread.submit(process.communicate, data)
        try:
            while not wait([written], STEP_SECONDS).done:
                go_on()
                if monotonic() > until:
                    raise ForeignError(_(TOO_SLOW).format(seconds=number(seconds)))
        finally:
            process.kill()  # does nothing where it has ended
            answered, _errors = written.result()
        return b"" if process.returncode else answered


def _error(sentence: str, most: int, page: int) -> ForeignError:
    """Return the subprocess's error in the language in use, which the subprocess does not know."""
    place = _("page {page}").format(page=page) if page else ""
    return ForeignError(_(sentence).format(most=number(most)), place)


def seconds_for(size: int) -> int:
    """Return how long a file of that many bytes may take."""
    return min(SECONDS + SECONDS_A_MIB * size // MIB, MOST_SECONDS)


def answer() -> None:
    """Run in the subprocess: read the file from stdin and write its pages, or the error, to stdout as JSON."""
    limit_memory()
    try:
        found = printed(sys.stdin.buffer.read())
    except UnreadableError as error:
        sys.stdout.write(json.dumps({"sentence": error.sentence, "most": error.most, "page": error.page}))
        return
    except ForeignError as error:  # the library is there but cannot be loaded
        sys.stdout.write(json.dumps({"sentence": error.sentence, "most": 0, "page": 0}))
        return
    pages = [[astuple(line) for line in page] for page in found.pages]
    told = {"doubtful": found.doubtful, "levels": found.levels, "set_apart": found.set_apart, "marks": found.marks}
    sys.stdout.write(json.dumps({"pages": pages, "properties": dict(found.properties), **told}))
