"""Tracked changes of RTF: who revised the text is a table, when is packed into a number."""

from __future__ import annotations

from annotator.interop.articles.cleaning import Cleaner
from annotator.interop.articles.kinds.rtf.layout import with_joined_surrogates
from annotator.interop.articles.kinds.rtf.notes import time_of
from annotator.interop.articles.margin.margin import Margin


class Revisions:
    """Names of the revisers, and the numbers of their changes in the margin."""

    def __init__(self, cleaner: Cleaner, margin: Margin) -> None:
        self._cleaner, self._margin = cleaner, margin
        self._said: list[str] = []
        self._names: list[str] | None = None

    def name(self, text: str) -> None:
        """Note a piece of the table, in which a semicolon ends each name."""
        self._said.append(text)

    def change(self, reviser: int, time: int) -> int | None:
        """Return the number of the change; None where the file does not say by whom or when."""
        if self._names is None:
            said = self._cleaner.clean(with_joined_surrogates("".join(self._said)))
            self._names = [name.strip() for name in said.split(";")]
        name = self._names[reviser] if 0 <= reviser < len(self._names) else ""
        return self._margin.change(name, time_of(time))
