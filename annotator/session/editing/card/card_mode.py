"""The card as a mode: which annotation it shows, which slot is being filled, what comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation
from annotator.session.background.jobs import Jobs
from annotator.session.editing.card.card_filling import CardFilling
from annotator.session.editing.card.card_parts import Slot, Target, has_card, is_open
from annotator.session.editing.card.card_rows import CardRow, Proposals
from annotator.session.editing.card.folder_claims import FolderClaims
from annotator.session.editing.card.said_again import SaidAgain
from annotator.session.session import Session
from annotator.translation.messages import _


class CardMode(QObject):
    """State of the card; ``shown`` is the id of its annotation, empty while no card is open.

    ``begun``, ``ended``: the card is opened or closed. ``turned``: it shows another annotation. ``changed``: the
    document, or the slot that is being filled, is another one. ``target``: how the slot is filled that waits for a
    selection of the text. ``filled``: the slot is filled, or the filling was given up. ``proposed``: more was found in
    the background. ``returned``: it is shown again, after the card of that id. ``article_asked``: path of another
    article, and the id of an annotation to go to there.
    """

    begun = Signal()
    turned = Signal()
    changed = Signal()
    filled = Signal()
    proposed = Signal()
    returned = Signal(str)
    article_asked = Signal(object, str)
    ended = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self.filling = session, CardFilling(session)
        self._again = SaidAgain(session, jobs, self)
        self._again.found.connect(self.proposed)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._look_for_more)
        self._elsewhere: FolderClaims | None = None
        self.shown, self.target = "", Target("", "")
        self._trail: list[str] = []
        self._path: Path | None = None
        session.opened.connect(self._follow_article)
        session.selected.connect(self._follow_selected)
        session.changed.connect(lambda _change: self._follow_change())

    def look_elsewhere(self, elsewhere: FolderClaims) -> None:
        """Also propose what other articles of the folder say."""
        self._elsewhere = elsewhere
        elsewhere.found.connect(self.proposed)

    @property
    def under_way(self) -> bool:
        return bool(self.shown)

    @property
    def is_filling(self) -> bool:
        """True while words of the text are selected for a slot."""
        return bool(self.target.label)

    @property
    def annotation(self) -> Annotation | None:
        """The annotation that the card shows."""
        known = self._session.document.annotations if self._session.current else {}
        return known.get(self.shown)

    def begin(self) -> None:
        """Open the card of the selected annotation; say so if the scheme makes no card for its label."""
        session, chosen = self._session, self._session.selected_annotation
        session.field.finish()
        if chosen is None or self.shown == chosen.id:
            return
        if not has_card(session.scheme, chosen.label):
            said = _("The scheme has neither attributes nor relations for a {label}, so it has no card")
            session.say(said.format(label=label_name(session.scheme, chosen.label)))
            return
        self._trail = []
        self._show(chosen.id)

    def leave(self) -> bool:
        """Close the card and return whether it was open."""
        if not self.shown:
            return False
        self._session.field.finish()
        self.shown, self._trail, self.target = "", [], Target("", "")
        self.ended.emit()
        return True

    def back(self) -> bool:
        """Leave one level: the filling, the card that led to this one, or the card. Return False if none is open."""
        if self.is_filling:
            self._end_filling()
        elif self._trail:
            left = self.shown
            self._show(self._trail.pop())
            self._session.select(self.shown, show=True)
            self.returned.emit(left)
        else:
            return self.leave()
        return True

    def go_into(self, id: str) -> None:
        """Show the card of another annotation, from which ``back`` leads to this one."""
        self._session.field.finish()
        self._trail.append(self.shown)
        self._show(id)
        self._session.select(id, show=True)

    # from one to the next

    def step(self, step: int) -> bool:
        """Go to the next annotation of the label, or the one before. Return False if no card is open."""
        here = self.annotation
        if here is None:
            return False
        order = self._session.index.of_label(here.label)
        place = bisect_left(order, here.position) + step
        if 0 <= place < len(order):
            self._turn_to(self._session.document.annotations[order[place][2]])
        else:
            self._session.say(_("That was the last one") if step > 0 else _("This is the first one"))
        return True

    def next_open(self) -> None:
        """Open the card of the next annotation whose check is not settled; after the last one that of the first."""
        session = self._session
        here = self.annotation or session.selected_annotation
        labels = [here.label] if here else [it.id for it in session.scheme.labels if has_card(session.scheme, it.id)]
        found = next((open for label in labels if (open := self._open_of(label, here))), None)
        if found is None:
            session.say(_("Nothing is left to check"))
        elif self.shown:
            self._turn_to(found)
        else:
            session.say("")
            session.select(found.id, show=True)
            self.begin()

    def _open_of(self, label: str, here: Annotation | None) -> Annotation | None:
        known, scheme = self._session.document.annotations, self._session.scheme
        order = self._session.index.of_label(label)
        start = bisect_right(order, here.position) if here else 0
        others = (known[id] for _start, _end, id in (*order[start:], *order[:start]))
        return next((it for it in others if it is not here and is_open(it, scheme)), None)

    def _turn_to(self, annotation: Annotation) -> None:
        self._session.field.finish()
        self._trail, self.target = [], Target("", "")
        self._session.say("")
        self._session.select(annotation.id, show=True)
        if self.shown != annotation.id:
            self._show(annotation.id)

    # filling

    def begin_filling(self, target: Target) -> None:
        """Fill the slot with the selected words; without any, wait until words are selected for it."""
        session = self._session
        if not session.writable:
            session.say(session.current.read_only if session.current else "")
            return
        self.target = target
        if session.selection:
            self.fill()
        else:
            self._say_how_to_fill()
            self.changed.emit()

    def fill(self) -> None:
        """Fill the slot with the selected words or, without any, with the annotation of its label at the caret."""
        session, label = self._session, self.target.label
        here = (it for it in session.index.near(session.caret.position) if it.label == label and it.id != self.shown)
        found = next((it.span for it in here), None)
        span = session.selection or found
        if span is None:
            self._say_how_to_fill()
        elif self.filling.fill(self.shown, self.target, span):
            self._end_filling()

    def _say_how_to_fill(self) -> None:
        said = _("Select the words of the {label} in the text, then Enter or the same button again; Esc goes back")
        self._session.say(said.format(label=label_name(self._session.scheme, self.target.label)))

    def proposals(self, here: Annotation, slots: Sequence[Slot]) -> Proposals:
        """Return what is proposed for these slots of the annotation's card."""
        current = self._session.current
        if current is None:
            return {}
        self._soon.start()  # once the card is to be seen
        from annotator.session.editing.card.card_proposals import proposals_of  # here: imported with the first card

        elsewhere = self._elsewhere.like(here) if self._elsewhere else ()
        return proposals_of(current, here, slots, self._again.like(here), elsewhere)

    def _look_for_more(self) -> None:
        if here := self.annotation:
            self._again.ask(here)
            if self._elsewhere:
                self._elsewhere.ask(here)

    def take(self, row: CardRow) -> None:
        """Fill a slot with what is proposed for it."""
        if row.article:
            self.article_asked.emit(row.article, row.annotation.id.removeprefix(f"{row.article.name}-"))
        elif row.annotation.id:
            self.filling.join(self.shown, row.target, row.annotation.id)
        else:
            self.filling.fill(self.shown, row.target, row.annotation.span)

    def _end_filling(self) -> None:
        self.target = Target("", "")
        self._session.select(self.shown, show=True)
        self.filled.emit()

    # the session

    def _show(self, id: str) -> None:
        first, self.shown, self.target = not self.shown, id, Target("", "")
        self._path = self._session.path
        (self.begun if first else self.turned).emit()

    def _follow_article(self) -> None:
        if self.shown and (self.annotation is None or self._session.path != self._path):
            self.leave()

    def _follow_selected(self) -> None:
        """Show another annotation of the same label that is chosen in the text or in a list."""
        chosen, here = self._session.selected_annotation, self.annotation
        if chosen and here and not self.is_filling and chosen.id != here.id and chosen.label == here.label:
            self._trail = []
            self._show(chosen.id)

    def _follow_change(self) -> None:
        if self.shown and self.annotation is None:
            self.leave()
        elif self.shown:
            self._trail = [id for id in self._trail if id in self._session.document.annotations]
            self.changed.emit()
