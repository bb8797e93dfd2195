"""Edits of evidence: each is one step of undo with a name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from annotator.language.values.local_day import local_day
from annotator.model.change import Change
from annotator.model.check_edits import put_item, remove_items
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.descriptions import Titles
from annotator.session.editing.evidence.evidence_words import adding, attaching, changing, removing, taking_off
from annotator.session.editing.evidence.pasted import with_pasted
from annotator.session.session import Session
from annotator.translation.messages import _


class EvidenceEdits:
    """Turn wishes about evidence into changes of the session's document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def draft(self, claims: Sequence[str]) -> Evidence:
        """Return a new piece for the claims, seen today, not yet in the document."""
        return Evidence(self._session.new_id(), tuple(claims), seen=local_day(self._session.now()))

    def drafts(self, claims: Sequence[str], count: int) -> list[Evidence]:
        """Return that many new pieces with ids of their own."""
        found: dict[str, Evidence] = {}
        while len(found) < count:
            draft = self.draft(claims)
            found[draft.id] = draft
        return list(found.values())

    def add_pasted(self, claims: Sequence[str], text: str) -> str:
        """Add a piece with a pasted link or quoted words; return its id, empty where nothing was added."""
        draft = self.draft(claims)
        piece = with_pasted(draft, text)
        if piece == draft:
            self._session.say(_("There is nothing in the clipboard that could be evidence"))
            return ""
        return piece.id if self.add([piece]) else ""

    def add(self, pieces: Sequence[Evidence]) -> bool:
        """Add pieces as one step. Return False where nothing was added."""
        return bool(pieces) and self._do(_put(self._session.document, pieces), adding(pieces))

    def put(self, piece: Evidence, token: object | None = None) -> bool:
        """Replace the piece with that id, or add it; calls one after another with the same ``token`` are one step.

        Return False if nothing changes. Raises ValueError for a lone surrogate.
        """
        for text in (piece.title, piece.publisher, piece.link, piece.archived, piece.quote, piece.page, piece.note):
            text.encode()
        before = self._session.document.of(Evidence).get(piece.id)
        titles = adding([piece]) if before is None else changing(before, piece)
        return self._do(put_item(self._session.document, piece), titles, token)

    def attach(self, id: str, claims: Sequence[str]) -> bool:
        """Attach the piece to those of the claims that it does not serve yet. Return False if it serves all."""
        document = self._session.document
        piece = document.of(Evidence)[id]
        new = [claim for claim in dict.fromkeys(claims) if claim not in piece.claims and claim in document.annotations]
        if not new:
            self._session.say(_("It serves that annotation already") if claims else _("Select an annotation first"))
            return False
        after = altered(piece, claims=(*piece.claims, *new))
        return self._do(put_item(document, after), attaching(document, piece, new))

    def take_off(self, id: str, claim: str) -> bool:
        """Detach the piece from the claim; a piece that serves no other claim is removed."""
        document = self._session.document
        piece = document.of(Evidence)[id]
        others = tuple(other for other in piece.claims if other != claim)
        if not others:
            return self.remove([id])
        return self._do(put_item(document, altered(piece, claims=others)), taking_off(document, piece, claim))

    def remove(self, ids: Collection[str]) -> bool:
        """Remove pieces as one step; their files stay. Return False where there are none."""
        document = self._session.document
        known = document.of(Evidence)
        pieces = [known[id] for id in ids if id in known]
        return bool(pieces) and self._do(remove_items(document, [one.id for one in pieces]), removing(pieces))

    def _do(self, change: Change, titles: Titles, token: object | None = None) -> bool:
        title, done = titles
        return self._session.do(change, title, token, done=done)


def _put(document: Document, pieces: Iterable[Evidence]) -> Change:
    """Return one change that puts all pieces into the document."""
    whole = Change()
    for piece in pieces:
        change = put_item(document, piece)
        whole, document = whole.then(change), change.apply(document)
    return whole
