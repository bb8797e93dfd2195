"""A script that shows a text in a bare QPlainTextEdit, says when it was painted, and ends."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

application = QApplication(sys.argv[:1])
window, view = QMainWindow(), QPlainTextEdit()
font = QFont(sys.argv[2])
font.setPixelSize(int(sys.argv[3]))
view.setFont(font)
view.setPlainText(Path(sys.argv[1]).read_text(encoding="utf-8"))
window.setCentralWidget(view)
window.resize(1440, 900)
window.show()
application.processEvents()
painted, spent = time.time(), time.process_time()

import psutil  # noqa: E402 – what comes from here on is not measured

from tests.benchmarks.memory import proportional  # noqa: E402 – likewise
from tests.benchmarks.screen import Picture, text_rect  # noqa: E402 – likewise

Picture(window).check_text(text_rect(view))
resident = psutil.Process().memory_info().rss
print(json.dumps({"time": painted, "all": painted, "spent": spent, "resident": resident, "own": proportional()}))
