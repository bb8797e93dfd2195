"""The program by its real entry, driven by keys through every article of a folder, then closed."""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from annotator.cli import main
from tests.proofs.no_surprises_child import Driver


def drive() -> int:
    """Stand in for QApplication.exec: annotate each article, take back, annotate again; print the titles seen."""
    window = next(widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow")
    assert isinstance(window, QMainWindow)
    driver = Driver(window, "")
    titles: list[str] = []
    while window.windowTitle() not in titles:
        driver.until(lambda: driver.view.document().characterCount() > 1)
        titles.append(window.windowTitle())
        driver.back()
        for keys in ("Ctrl+Home", "s", "Ctrl+Z", "Ctrl+Right", "f", "n"):
            driver.key(keys)
        driver.letters("A note.")
        driver.key("Esc")
        driver.back()
        driver.key("Alt+Down")
        driver.pause(0.2)
    window.close()
    driver.pause()
    print(json.dumps({"titles": titles, "closed": window.isHidden()}))
    return 0


if __name__ == "__main__":
    QApplication.exec = staticmethod(drive)  # type: ignore[method-assign]  # so that all else is as always
    sys.exit(main([sys.argv[1]]))
