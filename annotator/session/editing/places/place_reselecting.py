"""Selecting the words of an annotation again, where it has lost its place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotator.language.graphemes import whole_graphemes
from annotator.language.label_names import label_name
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.session.editing.descriptions import beginning, filled
from annotator.session.editing.values.figure_filling import with_figures
from annotator.session.session import Session
from annotator.translation.messages import N_, _, pgettext

SELECT_FIRST = N_("Select the words first")
TAKEN = N_("There is such an annotation on these very words already: select others")


class PlaceReselecting(QObject):
    """Give the selected annotation the place that the user selects in the text.

    ``begun``: it is under way. ``ended``: it is over; the value tells whether the annotation has a new place.
    """

    begun = Signal()
    ended = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._annotation: Annotation | None = None
        session.opened.connect(self.leave)
        session.changed.connect(self._follow)

    @property
    def under_way(self) -> bool:
        return self._annotation is not None

    def begin(self) -> None:
        """Begin for the selected annotation; without one nothing happens."""
        self._annotation = self._session.selected_annotation
        if self._annotation is not None:
            self._session.lock("")
            self.begun.emit()

    def take(self) -> None:
        """Give the annotation the place that is selected in the text, as one undo step."""
        annotation, span = self._annotation, self._session.selection
        if annotation is None:
            return
        if span is None:
            self._session.say(_(SELECT_FIRST))
            return
        document = self._session.document
        span = whole_graphemes(document.article.text, span)
        try:
            change = edits.move(document, annotation.id, span, now=self._session.now())
        except edits.DuplicateAnnotationError:
            self._session.say(_(TAKEN))
            return
        self._annotation = None
        title, done = _("Put the {label} on “{words}”"), pgettext("done", "Put the {label} on “{words}”")
        words = beginning(span.of(document.article.text))
        title, done = filled(title, done, label=label_name(self._session.scheme, annotation.label), words=words)
        self._end(done=self._session.do(with_figures(self._session, change), title, done=done))

    def leave(self) -> None:
        """End without a new place."""
        if self._annotation:
            self._end(done=False)

    def _follow(self, _change: object) -> None:
        """End where the annotation has been removed or changed in the meantime."""
        annotation = self._annotation
        if annotation and self._session.document.annotations.get(annotation.id) != annotation:
            self.leave()

    def _end(self, *, done: bool) -> None:
        self._annotation = None
        self.ended.emit(done)
