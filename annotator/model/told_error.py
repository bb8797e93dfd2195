"""Base class of the failures that are told to people."""

from __future__ import annotations


class ToldError(Exception):
    """Failure whose text is a sentence for people, in the language of the window."""
