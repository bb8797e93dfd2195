"""Names what holds the window's thread for 50 ms: ``python -m tests.benchmarks.long_session [--tiny]``.

A long session in the real window: an article of 10 MB, dense texts, a folder of 100,000 articles. Every action is
done again and again; each place that did not answer is named with its step. Takes some ten minutes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")

from PySide6.QtWidgets import QApplication  # after Qt's environment is set

from annotator.app import TURN_SECONDS
from tests.benchmarks.long_session.holds import as_text, watched_steps
from tests.benchmarks.long_session.steps import in_large_folder, in_texts

parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.long_session", description=__doc__)
parser.add_argument("--tiny", action="store_true", help="only see that it runs, on very small articles")
options = parser.parse_args()
_application = QApplication.instance() or QApplication(sys.argv[:1])
sys.setswitchinterval(TURN_SECONDS)  # as the program does
share, rounds, times = (0.02, 1, 2) if options.tiny else (1, 3, 30)
with tempfile.TemporaryDirectory() as folder, watched_steps() as steps:
    in_texts(Path(folder), share, rounds, times, steps)
    in_large_folder(Path(folder), share, times, steps)
print(as_text(steps))
