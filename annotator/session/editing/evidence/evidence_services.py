"""Objects behind all that shows evidence, created once for each window."""

from __future__ import annotations

from msgspec import Struct

from annotator.session.background.jobs import Jobs
from annotator.session.editing.evidence.evidence_edits import EvidenceEdits
from annotator.session.editing.evidence.file_keeping import FileKeeping
from annotator.session.editing.evidence.file_states import FileStates
from annotator.session.session import Session


class EvidenceServices(Struct, frozen=True):
    """Edits of evidence, the keeping of files, the states of those that are kept, and jobs for long work."""

    session: Session
    edits: EvidenceEdits
    keeping: FileKeeping
    states: FileStates
    jobs: Jobs


def evidence_services(session: Session, jobs: Jobs) -> EvidenceServices:
    """Create the objects; ``jobs`` run in a thread for long work."""
    edits, states = EvidenceEdits(session), FileStates(session, jobs, session)
    keeping = FileKeeping(session, edits, jobs, session)
    keeping.kept.connect(lambda _ids: states.forget())
    return EvidenceServices(session, edits, keeping, states, jobs)
