"""A violation of the scheme or of the format by a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A violation by a key of an item; ``id`` is empty for the document itself."""

    id: str
    keys: tuple[str, ...]
    sentence: str
