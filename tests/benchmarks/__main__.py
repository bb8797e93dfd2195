"""Measures the program against the bars it is to meet: ``python -m tests.benchmarks [--quick] [--json FILE]``.

Takes some 25 minutes, a few with ``--quick``. Prints a table; bars that are not met are said to be so and are no
error. Processor times are those of the window's thread, medians unless p95 is said.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from tests.benchmarks.run import FULL, QUICK, TINY, measured  # after Qt's environment is set
from tests.benchmarks.table import Row, as_text

parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
parser.add_argument(
    "--quick", action="store_true", help="leave out the article of 10 MB and the large folders, repeat less"
)
parser.add_argument("--tiny", action="store_true", help="only see that it runs, on very small articles")
parser.add_argument("--json", type=Path, metavar="FILE", help="write the table there too")
options = parser.parse_args()
rows: list[Row] = []
try:
    rows.extend(measured(TINY if options.tiny else QUICK if options.quick else FULL))
finally:  # a measurement that fails does not take the rows before it along
    rows.sort(key=lambda row: row.limit is None)
    print(as_text(rows))
    if options.json:
        options.json.write_text(json.dumps([row.as_data() for row in rows], indent=2) + "\n", encoding="utf-8")
