"""Order of a review by what is gained: the labels first over which the annotators of the folder differ most often."""

from __future__ import annotations

from PySide6.QtCore import QObject

from annotator.session.review.review_mode import ReviewMode
from annotator.session.sync.folder_differences import FolderDifferences


class GainOrder(QObject):
    """Keeps the order of the review as it was chosen last, by what is known of the folder."""

    def __init__(self, mode: ReviewMode, differences: FolderDifferences) -> None:
        super().__init__(mode)
        self._mode, self._differences = mode, differences
        self._is_on = False
        differences.changed.connect(self._order)

    def turn(self, *, on: bool) -> None:
        """Go by the labels, or in text order."""
        self._is_on = on
        self._order()
        if on:
            self._differences.ask()

    def _order(self) -> None:
        if self._mode.under_way:
            self._mode.order(self._differences.labels if self._is_on else None)
