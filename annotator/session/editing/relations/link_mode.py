"""Linking mode: a target is chosen among the candidates, then the type of relation if several are possible."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from annotator.language.folded_text import FoldedText, folded_text
from annotator.language.folding import folded
from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation
from annotator.session.editing.relations.link_candidates import Candidate, LinkCandidates, why_nothing_fits
from annotator.session.editing.relations.linking import Linking
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.session import Session
from annotator.translation.messages import _

NUMBERED = 9
MOST_SHOWN = 12
"""Most candidates that are listed, existing links included; the others are found by typing."""


class LinkMode(QObject):
    """State of the mode; ``sources`` are the ids of the annotations that are being linked, none outside the mode.

    ``begun``, ``ended``: the mode. ``changed``: the candidates, the current one, or the question is another. ``asking``
    is the candidate whose type is to be chosen, ``option`` the number of the current type. ``fitting`` is the number of
    candidates that match the words typed.
    """

    begun = Signal()
    changed = Signal()
    ended = Signal()

    def __init__(self, session: Session, linking: Linking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._linking = session, linking
        self.sources: tuple[str, ...] = ()
        self.words, self.turned = "", False
        self.shown: tuple[Candidate, ...] = ()
        self.current = self.option = self.fitting = 0
        self.asking: Candidate | None = None
        self._nearest: list[Annotation] = []
        self._candidates: LinkCandidates | None = None
        session.opened.connect(self.leave)
        session.selected.connect(self._follow_selected)
        session.changed.connect(lambda _change: self._follow_change())

    @property
    def under_way(self) -> bool:
        return bool(self.sources)

    @property
    def source(self) -> str:
        """Id of the annotation from which distances are measured; empty outside the mode."""
        return self.sources[0] if self.sources else ""

    def begin(self, ids: Collection[str] = ()) -> None:
        """Begin to link these annotations, or else the selected one; if there are no candidates, say so."""
        session = self._session
        session.field.finish()
        chosen = session.selected_annotation
        first = [chosen.id] if chosen and (not ids or chosen.id in ids) else []
        sources = tuple(dict.fromkeys([*first, *ids]))
        if self.under_way or not sources:
            return
        self.sources, self.words, self.turned, self.asking = sources, "", False, None
        self._find()
        if not self._nearest:
            self.sources = ()
            session.say(why_nothing_fits(session.document, session.scheme, sources))
            return
        self.begun.emit()
        self.changed.emit()

    def leave(self) -> bool:
        """Leave the mode and return whether it was under way."""
        if not self.under_way:
            return False
        self.sources, self.shown, self.asking, self._nearest = (), (), None, []
        self._candidates = None
        self.ended.emit()
        return True

    def back(self) -> bool:
        """Leave one level: the question for the type, the words typed, or the mode. Return False outside the mode."""
        if self.asking:
            self.asking = None
            self.changed.emit()
        elif self.words:
            self.search("")
        else:
            return self.leave()
        return True

    def search(self, words: str) -> None:
        """List the candidates that match all of the words: in the text, the name of the label or the relation."""
        self.words, self.current, self.asking = words, 0, None
        self._list()
        self.changed.emit()

    def step(self, step: int) -> None:
        """Go to the next candidate or the one before; while the type is asked for, to the next type."""
        if self.asking:
            self.option = (self.option + step) % len(self.asking.free)
        elif self.shown:
            self.current = (self.current + step) % len(self.shown)
        self.changed.emit()

    def turn(self) -> None:
        """Prefer relations in the other direction from now on."""
        self.turned, self.asking = not self.turned, None
        self._find()
        self.changed.emit()

    def number_of(self, candidate: Candidate) -> int:
        """Return the number, from 1, that chooses the candidate; 0 if it is linked already or listed late."""
        return self.numbered.index(candidate) + 1 if candidate in self.numbered else 0

    @property
    def numbered(self) -> list[Candidate]:
        """Candidates that a number chooses, in order."""
        return [candidate for candidate in self.shown if candidate.free][:NUMBERED]

    @property
    def chosen(self) -> Candidate | None:
        """The current candidate; None if none matches."""
        return self.shown[self.current] if self.current < len(self.shown) else None

    def take_number(self, number: int, *, stay: bool = False) -> None:
        """Choose the candidate with that number or, while the type is asked for, the type."""
        if self.asking and 0 < number <= len(self.asking.free):
            self.option = number - 1
            self.accept(stay=stay)
        elif not self.asking and 0 < number <= len(self.numbered):
            self.take(self.numbered[number - 1].annotation.id, stay=stay)

    def take(self, id: str, *, stay: bool = False) -> None:
        """Choose an annotation as the target; say so if no relation with it is allowed."""
        annotation = self._session.document.annotations.get(id)
        if annotation is None or self._candidates is None or id in self.sources:
            return
        candidate = self._candidates.candidate(annotation)
        if not candidate.allowed:
            self._session.say(_("The scheme allows no relation between these two"))
            return
        listed = [other.annotation.id for other in self.shown]
        self.current = listed.index(id) if id in listed else self.current
        self._choose(candidate, stay=stay)

    def fits(self, annotation: Annotation) -> bool:
        """Return whether the scheme allows a relation with the annotation."""
        allowed = self._candidates is not None and self._candidates.candidate(annotation).allowed
        return bool(allowed) and annotation.id not in self.sources

    def accept(self, *, stay: bool = False) -> None:
        """Link to the current candidate; while the type is asked for, by the current type."""
        if self.asking:
            self._link(self.asking, self.option, stay=stay)
        elif self.chosen:
            self._choose(self.chosen, stay=stay)
        else:
            self._session.say(_("No match for “{words}”").format(words=self.words))

    def distance(self, candidate: Candidate) -> str:
        """Return in words how far away the candidate is."""
        return self._candidates.distance(candidate.annotation) if self._candidates else ""

    def _choose(self, candidate: Candidate, *, stay: bool) -> None:
        if len(candidate.free) > 1:
            self.asking, self.option = candidate, 0
            self.changed.emit()
        else:
            self._link(candidate, 0, stay=stay)

    def _link(self, candidate: Candidate, number: int, *, stay: bool) -> None:
        """Make the relation; if all relations that are allowed exist already, say so."""
        option = (candidate.free or candidate.allowed)[number]
        target, self.asking = candidate.annotation.id, None
        ends = [(target, source) if option.inwards else (source, target) for source in self.sources]
        if len(ends) == 1 or not candidate.free:
            linked = self._linking.link(*ends[0], option.rule.id)
        else:
            linked = self._linking.link_all(ends, option.rule.id)
        if linked and not stay:
            self.leave()
        elif linked:
            self.search("")
        else:
            self.changed.emit()

    # candidates

    def _find(self) -> None:
        current = self._session.current
        assert current is not None
        self._candidates = LinkCandidates(current, self.sources, turned=self.turned)
        self._nearest = self._candidates.all()
        self.current = min(self.current, max(len(self.shown) - 1, 0))
        self._list()

    def _list(self) -> None:
        if self._candidates is None:
            return
        found = self._matching() if self.words.strip() else self._nearest
        self.fitting = len(found)
        self.shown = tuple(map(self._candidates.candidate, found[:MOST_SHOWN]))
        self.current = next((place for place, it in enumerate(self.shown) if place >= self.current and it.free), 0)

    def _matching(self) -> list[Annotation]:
        words, whole = folded(self.words).split(), folded_text(self._session.document.article.text).fold()
        beside = {label: self._words_beside(label) for label in {a.label for a in self._nearest}}
        return [a for a in self._nearest if all(_holds(whole, a, word) or word in beside[a.label] for word in words)]

    def _words_beside(self, label: str) -> str:
        """Return the words, besides those in the text, that a search finds: the label and the relations allowed."""
        example = next(a for a in self._nearest if a.label == label)
        assert self._candidates is not None
        options = self._candidates.candidate(example).allowed
        types = [direction_words(option.rule.id, inwards=option.inwards) for option in options]
        return folded(" ".join([label_name(self._session.scheme, label), *types]))

    def _follow_selected(self) -> None:
        chosen = self._session.selected_annotation
        if self.under_way and (chosen is None or chosen.id not in self.sources):
            self.leave()

    def _follow_change(self) -> None:
        if not self.under_way:
            return
        if any(id not in self._session.document.annotations for id in self.sources):
            self.leave()
            return
        self.asking = None
        self._find()
        self.changed.emit()


def _holds(whole: FoldedText, annotation: Annotation, word: str) -> bool:
    if annotation.displaced:
        return word in folded(annotation.displaced.text)
    return whole.folded.find(word, whole.place(annotation.span.start), whole.place(annotation.span.end)) >= 0
