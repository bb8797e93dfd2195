"""Moving the edge of an annotation, by keys or with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from annotator.language.graphemes import whole_graphemes
from annotator.language.label_names import label_name
from annotator.language.words import next_word_edge
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.model.items import altered
from annotator.model.span import Span, trimmed
from annotator.session.editing.descriptions import Titles, filled
from annotator.session.editing.values.figure_filling import with_figures
from annotator.session.session import Session
from annotator.translation.messages import _

START, END = "start", "end"


class Hold(Struct, frozen=True):
    """An edge of an annotation that is being moved, and the span that the annotation would have."""

    annotation: Annotation
    edge: str
    span: Span

    @property
    def moved(self) -> Annotation:
        """The annotation with that span."""
        return altered(self.annotation, span=self.span, displaced=None)

    @property
    def position(self) -> int:
        """Offset of the held edge, in code points."""
        return self.span.start if self.edge == START else self.span.end

    def to(self, position: int, length: int) -> Hold:
        """Return the hold with its edge moved: one code point from the other at least, within a text of ``length``."""
        if self.edge == START:
            return altered(self, span=Span(max(0, min(position, self.span.end - 1)), self.span.end))
        return altered(self, span=Span(self.span.start, min(length, max(position, self.span.start + 1))))


class EdgeMover:
    """Hold an edge until it is kept or put back. ``show`` draws the annotation as it would be."""

    def __init__(self, session: Session, show: Callable[[Hold | None], None]) -> None:
        self._session = session
        self._show = show
        self.hold: Hold | None = None

    def take(self, edge: str) -> None:
        """Take hold of the selected annotation's ``start`` or ``end``."""
        annotation = self._session.selected_annotation
        if annotation is None:
            self._session.say(_("Select an annotation first: Tab, O or a click"))
        elif not self._session.writable:
            self._session.say(self._session.current.read_only if self._session.current else "")
        elif annotation.displaced:
            self._session.say(_("This annotation has lost its place"))
        else:
            self._session.select(annotation.id)
            self._set(Hold(annotation, edge, annotation.span))

    def move_to(self, position: int) -> None:
        """Move the held edge to a code point."""
        if self.hold:
            self._set(self.hold.to(position, len(self._session.document.article.text)))

    def move_by_word(self, *, forward: bool) -> None:
        """Move the held edge to the next end or start of a word."""
        if self.hold:
            text, end = self._session.document.article.text, self.hold.edge == END
            found = next_word_edge(text, self.hold.position, end=end, forward=forward)
            if found is not None:
                self.move_to(found)

    def keep(self) -> None:
        """Give the annotation the new span, without blanks at its ends."""
        hold, document = self.hold, self._session.document
        self.put_back()
        if hold is None:
            return
        span = trimmed(document.article.text, hold.span.start, hold.span.end)
        if span is None:
            self._session.say(_("Only blanks are left"))
            return
        span = whole_graphemes(document.article.text, span)
        try:
            change = edits.move(document, hold.annotation.id, span, now=self._session.now())
        except edits.DuplicateAnnotationError:
            taken = _("There is a {label} on these very words already")
            self._session.say(taken.format(label=self._name_of(hold)))
            return
        title, done = _titles(hold.edge, self._name_of(hold))
        self._session.do(with_figures(self._session, change), title, done=done)

    def put_back(self) -> None:
        """Let go of the edge and leave the annotation as it was."""
        if self.hold:
            self._set(None)

    def _name_of(self, hold: Hold) -> str:
        return label_name(self._session.scheme, hold.annotation.label)

    def _set(self, hold: Hold | None) -> None:
        self.hold = hold
        self._show(hold)


def _titles(edge: str, label: str) -> Titles:
    """Return title and message for moving the edge of an annotation with that label."""
    if edge == START:
        return filled(_("Move the start of a {label}"), _("Moved the start of a {label}"), label=label)
    return filled(_("Move the end of a {label}"), _("Moved the end of a {label}"), label=label)
