"""Output of the report of an export or import, and the exit code that follows from it."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from annotator.interop.report import Report
from annotator.interop.report_words import as_values, losses

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def print_report(done: str, report: Report, *, as_json: bool, strict: bool, to: TextIO | None = None) -> int:
    """Print the report; return 1 if a file failed or, with ``strict``, if anything was left out or altered; else 0."""
    out = to or sys.stdout
    if as_json:
        print(json.dumps({"done": done, **as_values(report)}, indent=2, ensure_ascii=False), file=out)
    else:
        for line in (*report.problems, done, *losses(report), *report.notes):
            print(line, file=out)
    return PROBLEMS if report.problems or (strict and not report.is_whole) else FINE


def wrong_use(command: str, sentence: str) -> int:
    """Print the reason why a command cannot run on stderr; return the exit code for wrong use."""
    print(f"annotator {command}: {sentence}", file=sys.stderr)
    return WRONG_USE
