"""The whole window, which opens and annotates one article after another, and says what memory it has in the end."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.session.opening.opener import SETTLED_MS
from tests.benchmarks.memory import proportional
from tests.benchmarks.subjects import Window, live_for, wait_until


def annotate_in(window: Window, path: Path) -> None:
    """Open the article and tag its first word."""
    window.window.navigation.open(path)
    wait_until(lambda: window.session.current is not None and window.session.current.path == path)
    window.session.move_caret(3)
    QTest.keyClick(window.view, "c")
    window.rest()


application = QApplication(sys.argv[:1])
window = Window(Path(tempfile.mkdtemp()), [])
for path in sys.argv[1:]:
    annotate_in(window, Path(path))
    live_for(2 * SETTLED_MS)
print(json.dumps({"pss": proportional()}), flush=True)
os._exit(0)  # at once, since all is saved
