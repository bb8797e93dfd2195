"""Column of pages of which one is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QVBoxLayout):
    """Layout that shows one of its widgets.

    Qt's ``QStackedLayout`` stops all updates of the panel while it changes the page; each part of the page is then
    painted for itself and once more with the page, which takes twice as long.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self._pages: dict[int, QWidget] = {}
        self._current = 0

    def add(self, index: int, page: QWidget) -> None:
        """Add the page of that number, which may be before others or after them; the page 0 is shown at first."""
        page.setVisible(index == self._current)
        self._pages[index] = page
        self.addWidget(page)

    def currentIndex(self) -> int:
        return self._current

    def setCurrentIndex(self, index: int) -> None:
        """Show the page of that number in place of the one before."""
        if index != self._current:
            old, self._current = self._current, index
            self._pages[old].hide()
            self._pages[index].show()
