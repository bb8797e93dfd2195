"""Signing of the open article, and the way through the facts that are open again."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.facts.desk.digests import KnownDigests
from annotator.facts.desk.signing import InTheWay, in_the_way, next_round, sign
from annotator.facts.desk.standing import Standing, standing
from annotator.model.annotation import Annotation
from annotator.model.check_edits import put_item
from annotator.model.document import Document
from annotator.model.kinds.sign_offs import SignOff
from annotator.session.session import Session
from annotator.translation.messages import N_, _, number

NOTHING_SIGNED = N_("This article is not signed")
NOTHING_REOPENED = N_("No signed fact is open again")


class Signing:
    """Sign-offs of the session's article; ``standing`` is worked out once for each state of the document."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known = KnownDigests()
        self._seen: tuple[Document, Standing] | None = None

    @property
    def is_signed(self) -> bool:
        """True where an article is open and somebody has signed it."""
        return self._session.current is not None and bool(self._session.document.of(SignOff))

    @property
    def standing(self) -> Standing:
        """Sign-offs of the open article and the state of its facts by them; an article must be open."""
        document = self._session.document
        if self._seen is None or self._seen[0] is not document:
            self._seen = document, standing(document, self._session.scheme, self._known)
        return self._seen[1]

    @property
    def round(self) -> int:
        """Number of the round in which the open article would be signed now."""
        return next_round(self._session.document, self._session.scheme)

    def in_the_way(self) -> InTheWay:
        """Return what stands in the way of a sign-off of the open article."""
        return in_the_way(self._session.document, self._session.scheme)

    def reasons_before(self) -> dict[str, str]:
        """Return the reasons that the last round gave for leaving facts open, by id."""
        signed = self.standing.sign_offs
        return {id: str(reason) for item in signed for id, reason in item.exceptions.items()}

    def sign(self, by: str, exceptions: Mapping[str, str]) -> bool:
        """Sign the open article as one step of undo. Return False if it is read-only.

        ``exceptions`` has the reasons why facts, or queries about the article, are left open, by their ids. Raises
        SigningError.
        """
        session = self._session
        about = {"id": session.new_id(), "by": by, "at": session.now()}
        sign_off = sign(session.document, session.scheme, exceptions=exceptions, **about)
        facts = {"name": sign_off.by, "round": number(int(sign_off.round))}
        title, done = _("Sign as {name}, round {round}"), _("Signed by {name}, round {round}")
        return session.do(put_item(session.document, sign_off), title.format(**facts), done=done.format(**facts))

    def go_to_reopened(self, step: int) -> None:
        """Select the next fact that is open again, or the one before, from the caret; say so where there is none."""
        session = self._session
        if not self.is_signed:
            session.say(_(NOTHING_SIGNED))
            return
        reopened = [session.document.annotations[id] for id in self.standing.reopened]
        if not reopened:
            session.say(_(NOTHING_REOPENED))
            return
        session.say("")
        session.select(self._following(reopened, step).id, show=True)

    def _following(self, among: list[Annotation], step: int) -> Annotation:
        """Return the one after the selected one, or the caret, in the order of the text; the first after the last."""
        selected, caret = self._session.selected_annotation, self._session.caret.position
        here = selected.position if selected else (caret, -1, "")
        if step > 0:
            return next((item for item in among if item.position > here), among[0])
        return next((item for item in reversed(among) if item.position < here), among[-1])
