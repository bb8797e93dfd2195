"""Whole steps out of many small amounts, such as those of a touch pad."""

from __future__ import annotations


class WholeSteps:
    """Sum of amounts, handed out in whole steps of ``size``; what is left over waits for the next amount."""

    def __init__(self, size: float) -> None:
        self._size = size
        self._rest = 0.0

    def add(self, amount: float) -> int:
        """Add an amount and return the steps that are full now; a change of direction drops what was left over."""
        if self._rest * amount < 0:
            self._rest = 0.0
        self._rest += amount / self._size
        steps = int(self._rest + (1e-6 if self._rest > 0 else -1e-6))
        self._rest -= steps
        return steps

    def reset(self) -> None:
        """Drop what is left over."""
        self._rest = 0.0
