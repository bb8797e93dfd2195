"""The field that is being typed into, if there is one."""

from __future__ import annotations

from typing import Protocol


class Field(Protocol):
    """A field of an annotation whose text goes into the document while it is typed."""

    def write(self) -> None:
        """Put into the document what has been typed so far; the undo step stays open."""

    def finish(self) -> None:
        """Put into the document what has been typed, and close the undo step."""


class OpenField:
    """Knows which field has text that may not be in the document yet, for whoever needs the document whole."""

    def __init__(self) -> None:
        self._field: Field | None = None

    def begin(self, field: Field) -> None:
        """Take note that ``field`` is being typed into; another one is finished."""
        if field is not self._field:
            self.finish()
            self._field = field

    def end(self, field: Field) -> None:
        """Take note that ``field`` is finished."""
        if field is self._field:
            self._field = None

    def write(self) -> None:
        """Put into the document what has been typed so far."""
        if self._field:
            self._field.write()

    def finish(self) -> None:
        """Put into the document what has been typed, and close the undo step."""
        field, self._field = self._field, None
        if field:
            field.finish()
