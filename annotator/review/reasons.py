"""Reasons of decisions that are made already."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.decisions import Decision


def give_reason(own: Document, decisions: Iterable[str], why: str) -> Change:
    """Say why the decisions with these ids were made: a word of ``REASONS``, any other text, or empty for no reason.

    Return one change, which is empty where all have that reason. Raises ValueError for a lone surrogate, and KeyError
    for a decision that is not in the document.
    """
    why.encode()
    before = [one for id in decisions if (one := own.of(Decision)[id]).why != why]
    return Change(tuple(before), tuple(altered(one, why=why) for one in before))
