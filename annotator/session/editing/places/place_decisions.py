"""Decisions on annotations that have lost their place: accept the proposed one, or drop; one undo step each."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.anchoring.accepting import accept
from annotator.anchoring.places import Place
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.session.editing.descriptions import accepting, beginning, filled
from annotator.session.editing.places.place_proposals import Proposal
from annotator.session.session import Session
from annotator.translation.messages import N_, _, ngettext, number

NOTHING_TO_ACCEPT = N_("Nothing is proposed here: select the words again with R, or drop it with Del")
TAKEN = N_("There is such an annotation on these very words already: select others with R, or drop this one with Del")
SETTLED = N_("Every annotation has a place again")


class PlaceDecisions:
    """Turn decisions into changes of the session's document; each returns whether it changed anything."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def accept(self, proposals: Sequence[Proposal]) -> bool:
        """Give the annotations the places that are shown for them. Return whether any got one."""
        places = {proposal.annotation.id: Place(proposal.verdict, proposal.span) for proposal in proposals}
        places = {id: place for id, place in places.items() if place.span}
        if not places:
            self._session.say(_(NOTHING_TO_ACCEPT))
            return False
        change = accept(self._session.document, list(places), places, now=self._session.now())
        placed = change.annotations_added
        if not placed:
            self._session.say(_(TAKEN))
            return False
        title, done = accepting(self._session.document, placed)
        return self._session.do(change, title, done=done) and self._tell(taken=len(places) - len(placed))

    def drop(self, annotation: Annotation) -> bool:
        """Remove the annotation, and the relations that would dangle. Return whether it could be."""
        change = edits.remove(self._session.document, [annotation.id])
        words = beginning(self._session.words(annotation))
        title, done = filled(_("Drop “{words}”"), _("Dropped “{words}”"), words=words)
        return self._session.do(change, title, done=done) and self._tell()

    def _tell(self, taken: int = 0) -> bool:
        if taken:
            said = ngettext(
                "{count} not accepted: such annotations are on those words already",
                "{count} not accepted: such annotations are on those words already",
                taken,
            )
            self._session.say(said.format(count=number(taken)))
        elif not any(annotation.displaced for annotation in self._session.document.annotations.values()):
            self._session.say(_(SETTLED))
        return True
