"""Decisions on annotations that have lost their place: accept the proposed one, or drop; one undo step each."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.anchoring.accepting import accept
from annotator.anchoring.places import Place
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.session.editing.descriptions import described
from annotator.session.editing.place_proposals import Proposal
from annotator.session.session import Session

NOTHING_TO_ACCEPT = "Nothing is proposed here: select the words again with R, or drop it with Del"
TAKEN = "There is such an annotation on these very words already: select others with R, or drop this one with Del"
SETTLED = "Every annotation has a place again"


class PlaceDecisions:
    """Turn decisions into changes of the session's document; each returns whether it changed anything."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def accept(self, proposals: Sequence[Proposal]) -> bool:
        """Give the annotations the places that are shown for them. Return whether any got one."""
        places = {proposal.annotation.id: Place(proposal.verdict, proposal.span) for proposal in proposals}
        places = {id: place for id, place in places.items() if place.span}
        if not places:
            self._session.say(NOTHING_TO_ACCEPT)
            return False
        change = accept(self._session.document, list(places), places, now=self._session.now())
        placed = change.annotations_added
        if not placed:
            self._session.say(TAKEN)
            return False
        what = f"the new place of {described(self._session.document, placed)}"
        done = self._session.do(change, f"Accept {what}", done=f"Accepted {what}")
        return done and self._tell(taken=len(places) - len(placed))

    def drop(self, annotation: Annotation) -> bool:
        """Remove the annotation, and the relations that would dangle. Return whether it could be."""
        change = edits.remove(self._session.document, [annotation.id])
        what = described(self._session.document, [annotation])
        return self._session.do(change, f"Drop {what}", done=f"Dropped {what}") and self._tell()

    def _tell(self, taken: int = 0) -> bool:
        if taken:
            self._session.say(f"{taken} not accepted: such annotations are on those words already")
        elif not any(annotation.displaced for annotation in self._session.document.annotations.values()):
            self._session.say(SETTLED)
        return True
