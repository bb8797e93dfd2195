"""Cache of an article's bytes decoded in different encodings."""

from __future__ import annotations

from annotator.storage.articles.encodings import NotTextError, decoded_as

SMALL = 1024 * 1024
"""Size in bytes up to which every encoding is tried at once; larger articles are decoded only when selected."""


class Readings:
    """Decoder that keeps the text of the last encoding and the errors of all encodings tried."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._last = "", ""
        self._misfits: dict[str, str] = {}

    def text(self, code: str) -> str:
        """Return the text in that encoding; empty where it cannot be decoded."""
        if code != self._last[0]:
            try:
                self._last = code, decoded_as(self._data, code)
                self._misfits[code] = ""
            except NotTextError as error:
                self._last = code, ""
                self._misfits[code] = str(error)
        return self._last[1]

    def misfit(self, code: str) -> str:
        """Return a sentence that says why the article cannot be decoded; empty where it can."""
        if code not in self._misfits:
            self.text(code)
        return self._misfits[code]

    def known_misfit(self, code: str) -> bool:
        """Return whether decoding fails, as far as known; articles above SMALL are not decoded for this."""
        if len(self._data) <= SMALL:
            return bool(self.misfit(code))
        return bool(self._misfits.get(code))
