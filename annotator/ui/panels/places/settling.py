"""What the user decides on an annotation that has lost its place, as one undoable step each."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.anchoring.accepting import accept
from annotator.anchoring.places import Place
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.session.session import Session
from annotator.ui.panels.places.proposal import Proposal
from annotator.ui.widgets.line_of_text import plain_line

LONGEST = 40
NOTHING_TO_ACCEPT = "Nothing is proposed here: select the words again with R, or drop it with Delete"
TAKEN = "There is such an annotation on these very words already: select others with R, or drop this one with Delete"
SETTLED = "Every annotation has a place again"


class Settling:
    """Turns decisions into changes of the session's document; each says whether it did."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def accept(self, proposals: Sequence[Proposal]) -> bool:
        """Give the annotations the places that are shown for them."""
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
        title = f"Accept the new place of {self._described(placed)}"
        return self._session.do(change, title) and self._tell(taken=len(places) - len(placed))

    def drop(self, annotation: Annotation) -> bool:
        """Remove the annotation, and the relations that would dangle."""
        change = edits.remove(self._session.document, [annotation.id])
        return self._session.do(change, f"Drop {self._described([annotation])}") and self._tell()

    def _tell(self, taken: int = 0) -> bool:
        if taken:
            self._session.say(f"{taken} not accepted: such annotations are on those words already")
        elif not any(annotation.displaced for annotation in self._session.document.annotations.values()):
            self._session.say(SETTLED)
        return True

    def _described(self, annotations: Sequence[Annotation]) -> str:
        if len(annotations) != 1:
            return f"{len(annotations)} annotations"
        words = plain_line(self._session.words(annotations[0]))
        return f"“{words if len(words) <= LONGEST else words[: LONGEST - 1] + '…'}”"
