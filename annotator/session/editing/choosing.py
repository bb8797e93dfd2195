"""Choosing one of several annotations at a place."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.annotation import Annotation
from annotator.session.session import Session


def select_next_of(session: Session, annotations: Sequence[Annotation], *, near: bool = False) -> None:
    """Select the first of ``annotations``; where the selected one is among them, the one after it, cyclically."""
    ids = [annotation.id for annotation in annotations]
    selected = session.selected_annotation
    following = ids.index(selected.id) + 1 if selected and selected.id in ids else 0
    session.select(ids[following % len(ids)] if ids else None, near=near and bool(ids))
