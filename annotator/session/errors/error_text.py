"""Text of an unexpected error, without messages: they may quote names of files, or words from them."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterator
from types import TracebackType

CAUSED = "\nThe above exception was the direct cause of the following exception:\n\n"
DURING = "\nDuring handling of the above exception, another exception occurred:\n\n"
LEFT_OUT = ": (message left out: it may be private)"
QUOTED = re.compile(r""""[^"\n]*"|'[^'\n]*'|“[^”\n]*”|‘[^’\n]*’""")
PATH = re.compile(r"\S*[/\\].*")


def text_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return the traceback of an error, and of the errors that led to it, with the facts that come from code alone."""
    return "".join(_lines(error, trace, set()))


def name_of(error: BaseException) -> str:
    """Return the name of its class, with its module where that is not Python's own."""
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def without_names(message: str) -> str:
    """Return a message of Qt without what is quoted in it, and each line only up to a path."""
    return PATH.sub("…", QUOTED.sub("“…”", message))


def _lines(error: BaseException, trace: TracebackType | None, told: set[int]) -> Iterator[str]:
    told.add(id(error))
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in told:
        yield from _lines(before, before.__traceback__, told)
        yield CAUSED if error.__cause__ else DURING
    if trace:
        yield "Traceback (most recent call last):\n"
        yield from traceback.format_tb(trace)
    yield f"{name_of(error)}{_facts(error)}\n"
    for inner in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _lines(inner, inner.__traceback__, told)


def _facts(error: BaseException) -> str:
    match error:
        case OSError(errno=int(number)):
            return f": [Errno {number}] {os.strerror(number)}"
        case UnicodeDecodeError(reason=reason, start=start) | UnicodeEncodeError(reason=reason, start=start):
            return f": {reason} at {start}"
        case AttributeError(name=str(name)):
            return f": {type(error.obj).__name__} has no {name}"
        case NameError(name=str(name)) | ImportError(name=str(name)):
            return f": {name}"
        case _:
            return LEFT_OUT if error.args else ""
