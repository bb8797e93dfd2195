"""How a command tells what came of an export or an import, and what its exit code is then."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from annotator.interop.report import Report
from annotator.interop.report_words import as_values, losses

FINE, PROBLEMS, WRONG_USE = 0, 1, 2


def told(done: str, report: Report, *, as_json: bool, strict: bool, to: TextIO | None = None) -> int:
    """Print the report; the exit code is 1 where a file failed, or with ``strict`` where anything is not as it was."""
    out = to or sys.stdout
    if as_json:
        print(json.dumps({"done": done, **as_values(report)}, indent=2, ensure_ascii=False), file=out)
    else:
        for line in (*report.problems, done, *losses(report), *report.notes):
            print(line, file=out)
    return PROBLEMS if report.problems or (strict and not report.is_whole) else FINE


def wrong_use(command: str, sentence: str) -> int:
    """Say what makes no sense; nothing was done."""
    print(f"annotator {command}: {sentence}", file=sys.stderr)
    return WRONG_USE
