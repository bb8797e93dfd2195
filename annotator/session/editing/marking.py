"""Marking: tag, relabel, remove, lock, grow and shrink the selection, go from annotation to annotation."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from annotator.language.article_language import article_language
from annotator.language.graphemes import whole_graphemes
from annotator.language.label_names import label_name
from annotator.language.sentences import without_full_stop
from annotator.language.text_units import grown, shrunk
from annotator.language.words import word_at
from annotator.model import edits
from annotator.model.annotation import Annotation, Relation
from annotator.model.span import Span
from annotator.session.editing.descriptions import (
    beginning,
    not_understood,
    noting,
    relabelling,
    removing,
    tagging,
)
from annotator.session.editing.values.figure_filling import is_not_understood, with_figures
from annotator.session.session import Session
from annotator.translation.messages import _


class Marking:
    """Turn keys into changes of the session's document."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._grown: list[tuple[Span | None, Span]] = []

    def tag(self, label: str) -> None:
        """Tag the selection; without one, relabel the chosen annotation or else tag the word at the caret.

        If the annotation has the label already, as one that was just tagged, the label is locked.
        """
        chosen, selection = self._session.chosen_annotation, self._session.selection
        if not self._session.writable:
            self._session.say(self._session.current.read_only if self._session.current else _("No article is open"))
        elif selection is None and chosen and chosen.label == label:
            self.lock(label)
        elif selection is None and chosen:
            self.relabel_selected(label)
        else:
            self._annotate(selection or self._word(), label)

    def tag_selection_as_locked(self) -> None:
        """Tag what was just selected, if a label is locked."""
        if self._session.locked_label and self._session.selection:
            self.tag(self._session.locked_label)

    def lock(self, label: str) -> None:
        """Tag every new selection with the label; called again with it, or by Esc, stop that."""
        again = self._session.locked_label == label
        self._session.lock("" if again else label)
        locked = _("Locked: {label}, Esc unlocks").format(label=self._name_of(label))
        self._session.say(_("Unlocked") if again else locked)

    def relabel(self, ids: Collection[str], label: str) -> None:
        """Give annotations another label, as one step."""
        document = self._session.document
        try:
            change = edits.relabel(document, ids, label, now=self._session.now(), among=self._beside(ids))
        except edits.DuplicateAnnotationError as duplicate:
            self._refuse(duplicate.existing)
            return
        change = with_figures(self._session, change)
        title, done = relabelling(document, change.annotations_removed, self._name_of(label))
        self._session.do(change, title, done=done)

    def relabel_selected(self, label: str) -> None:
        """Give the selected annotation another label."""
        if chosen := self._session.selected_annotation:
            self.relabel([chosen.id], label)

    def remove(self, ids: Collection[str] = ()) -> None:
        """Remove annotations, or the selected one, as one step."""
        chosen = self._session.selected_annotation
        ids = ids or ([chosen.id] if chosen else [])
        if not ids:
            self._session.say(_("Select an annotation first: Tab, O or a click"))
            return
        document = self._session.document
        change = edits.remove(document, ids)
        title, done = removing(document, change.annotations_removed, len(change.removed_of(Relation)))
        self._session.do(change, title, done=done)

    def set_note(self, id: str, note: str, token: object | None = None) -> None:
        """Write an annotation's note; calls with the same ``token`` are one undo step."""
        document = self._session.document
        change = edits.set_note(document, id, note, now=self._session.now())
        title, done = noting(document, document.annotations[id], note)
        self._session.do(change, title, token, done=done)

    def grow(self) -> None:
        """Select the next larger unit: word, sentence, paragraph, all."""
        selection, caret = self._session.selection, self._session.caret
        document = self._session.document
        unit = grown(document.article.text, selection, caret.position, article_language(document))
        if unit is None:
            self._session.say(_("Nothing larger") if selection else _("No word here"))
            return
        if not self._grown or self._grown[-1][1] != selection:
            self._grown.clear()
        self._grown.append((selection, unit))
        self._session.move_caret(unit.end, unit.start)

    def shrink(self) -> None:
        """Undo the last growing of the selection; without one select the next smaller unit."""
        selection = self._session.selection
        if selection is None:
            return
        before = self._grown.pop()[0] if self._grown and self._grown[-1][1] == selection else None
        document = self._session.document
        smaller = before or shrunk(document.article.text, selection, selection.start, article_language(document))
        if smaller:
            self._session.move_caret(smaller.end, smaller.start)
        else:
            self._session.move_caret(selection.start)

    def walk(self, step: int) -> None:
        """Select the next annotation in text order, or the one before."""
        index, chosen = self._session.index, self._session.selected_annotation
        here = self._session.caret.position
        if step > 0:
            found = index.after(chosen.position if chosen else (here, 0, ""))
        else:
            found = index.before(chosen.position if chosen else (here, 0, ""))
        if found is None:
            self._session.say(_("No annotation after this one") if step > 0 else _("No annotation before this one"))
            return
        self._session.say("")
        self._session.select(found[2], show=True)

    def cycle(self) -> None:
        """Choose the annotation that is near or, after that, the next one under the caret, the smallest first."""
        here = [annotation.id for annotation in self._session.index.near(self._session.caret.position)]
        if not here:
            self._session.say(_("No annotation under the caret"))
            return
        chosen = self._session.selected_annotation
        if chosen and self._session.chosen_annotation is None and chosen.id in here:
            self._session.select(chosen.id)
            return
        following = here.index(chosen.id) + 1 if chosen and chosen.id in here else 0
        self._session.select(here[following % len(here)])

    def escape(self) -> bool:
        """Drop the selection or else the locked label, else the selected annotation. Return False if there is none."""
        dropped = True
        caret = self._session.caret
        if caret.anchor != caret.position:
            self._session.move_caret(caret.position)
        elif self._session.locked_label:
            self._session.lock("")
            self._session.say(_("Unlocked"))
        else:
            dropped = self._session.selected_annotation is not None
            self._session.select(None)
        return dropped

    def _beside(self, ids: Collection[str]) -> Sequence[Annotation] | None:
        """Return the annotations with the same span as a single one; None for several, for which all are looked at."""
        single = self._session.document.annotations[next(iter(ids))] if len(ids) == 1 else None
        return self._session.index.with_span(single.span) if single else None

    def _word(self) -> Span | None:
        return word_at(self._session.document.article.text, self._session.caret.position)

    def _annotate(self, span: Span | None, label: str) -> None:
        session = self._session
        if span is None:
            session.say(_("No word here: select some text first"))
            return
        span = self._as_label_says(whole_graphemes(session.document.article.text, span), label)
        id, among = session.new_id(), session.index.with_span(span)
        try:
            change = edits.annotate(session.document, span, label, id=id, now=session.now(), among=among)
        except edits.DuplicateAnnotationError as duplicate:
            self._refuse(duplicate.existing)
            return
        change = with_figures(session, change)
        title, done = tagging(session.document, change.annotations_added[0], self._name_of(label))
        session.do(change, title, done=not_understood(done) if is_not_understood(session, change) else done)
        session.move_caret(span.end)
        session.select(id)

    def _as_label_says(self, span: Span, label: str) -> Span:
        """Return the span without the closing full stop where the scheme keeps it out of the label."""
        rule, document = self._session.scheme.label(label), self._session.document
        if rule is None or not rule.full_stop_outside:
            return span
        return without_full_stop(document.article.text, span, article_language(document))

    def _refuse(self, existing: Annotation) -> None:
        self._session.select(existing.id)
        words, label = beginning(self._session.words(existing)), self._name_of(existing.label)
        self._session.say(_("“{words}” is a {label} already").format(words=words, label=label))

    def _name_of(self, label: str) -> str:
        return label_name(self._session.scheme, label)
