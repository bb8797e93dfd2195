"""Changes of a widget that the program makes itself, which are not taken for those of the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class OwnChanges:
    """Tells by ``under_way`` whether a change of a widget comes from the program and not from the user."""

    def __init__(self) -> None:
        self.under_way = False

    @contextmanager
    def made(self) -> Iterator[None]:
        """Note that the changes in the block are the program's own, also where the block fails."""
        before, self.under_way = self.under_way, True
        try:
            yield
        finally:
            self.under_way = before
