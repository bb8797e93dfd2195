"""The bytes of an article as each encoding reads them."""

from __future__ import annotations

from annotator.storage.articles.encodings import NotTextError, decoded_as

SMALL = 1024 * 1024
"""Larger articles are read in an encoding only when it is looked at."""


class Readings:
    """Remembers the text of the last encoding, and of all what is wrong with them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._last = "", ""
        self._misfits: dict[str, str] = {}

    def text(self, code: str) -> str:
        """What the article says in that encoding; empty where it cannot be read so."""
        if code != self._last[0]:
            try:
                self._last = code, decoded_as(self._data, code)
                self._misfits[code] = ""
            except NotTextError as error:
                self._last = code, ""
                self._misfits[code] = str(error)
        return self._last[1]

    def misfit(self, code: str) -> str:
        """Why the article cannot be read in that encoding, in a sentence; empty where it can."""
        if code not in self._misfits:
            self.text(code)
        return self._misfits[code]

    def known_misfit(self, code: str) -> bool:
        """Whether it cannot be read so, as far as that can be said at once."""
        if len(self._data) <= SMALL:
            return bool(self.misfit(code))
        return bool(self._misfits.get(code))
