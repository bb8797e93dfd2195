"""Forms of numbers: plain ones for the command line and files; the window puts those of its language in their place."""

from __future__ import annotations


class Forms:
    """Write numbers as English does, with digits from 0 to 9."""

    def whole(self, value: int) -> str:
        """Return a whole number with its digits in groups: “1,204”."""
        return f"{value:,}"

    def decimal(self, value: float, places: int) -> str:
        """Return a number with so many decimals: “0.74”."""
        return f"{value:.{places}f}"

    def digits(self, text: str) -> str:
        """Return the text with the digits of the language in place of 0 to 9."""
        return text


PLAIN = Forms()
