"""Public interface of re-anchoring: the verdicts and the two functions that give them."""

from __future__ import annotations

from annotator.anchoring.from_quotes import from_quotes
from annotator.anchoring.from_text import from_text
from annotator.anchoring.places import AMBIGUOUS, CHANGED, LOST, MOVED, SAME, VERDICTS, Place, Quoted

__all__ = ["AMBIGUOUS", "CHANGED", "LOST", "MOVED", "SAME", "VERDICTS", "Place", "Quoted", "from_quotes", "from_text"]
