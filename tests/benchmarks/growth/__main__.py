"""Prints how the time of each user action grows: ``python -m tests.benchmarks.growth [--window] [--tiny]``.

Annotations, articles, labels, annotations of a paragraph, versions and undo steps are doubled, one at a time. Of each
action it prints the processor time for each number, and the exponent with which that grows: 0 does not grow, 1 is in
proportion, 2 is quadratic. Above 1.1 it is a fault, for a single edit above 0.2. With ``--window`` only the actions
that need the window are measured, which takes some minutes.
"""

from __future__ import annotations

import argparse
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtWidgets import QApplication  # after Qt's environment is set

from tests.benchmarks.growth.actions import actions
from tests.benchmarks.growth.exponents import Series, as_text, series_of
from tests.benchmarks.growth.in_folders import in_folders
from tests.benchmarks.growth.in_window import in_window

parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.growth", description=__doc__)
parser.add_argument("--window", action="store_true", help="measure what needs the window")
parser.add_argument("--tiny", action="store_true", help="only see that it runs, with a few of everything")
options = parser.parse_args()
_application = QApplication.instance() or QApplication(sys.argv[:1])
scale = 0.02 if options.tiny else 1
found: list[Series] = []
for growing in in_window(scale) if options.window else (*actions(scale), *in_folders(scale)):
    found += series_of(growing)
print(as_text(found))
