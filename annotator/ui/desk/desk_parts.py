"""The parts that the widgets of the desk are made with."""

from __future__ import annotations

from msgspec import Struct

from annotator.session.editing.desk.criticism import Criticisms
from annotator.session.editing.desk.queries import Queries
from annotator.session.session import Session
from annotator.ui.theme.look import Look


class DeskParts(Struct, frozen=True):
    """The session, the look, and what turns wishes into changes."""

    session: Session
    look: Look
    queries: Queries
    criticism: Criticisms


def desk_parts(session: Session, look: Look) -> DeskParts:
    """Return the parts for a session."""
    return DeskParts(session, look, Queries(session), Criticisms(session))
