"""Announcements to a screen reader of where the caret enters and leaves annotations, which it cannot see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.system.announcing import announce, is_heard


class CaretAnnouncements(QObject):
    """Announces, as from ``widget``, the annotations that begin or end at the caret; idle while nobody listens.

    An announcement waits until the key or the click is dealt with. Nothing is said where that opened an article,
    changed or selected an annotation: others tell that.
    """

    def __init__(
        self,
        session: Session,
        widget: QWidget,
        announced: Callable[[QWidget, str], None] = announce,
        heard: Callable[[], bool] = is_heard,
    ) -> None:
        super().__init__(widget)
        self._session, self._widget, self._announced, self._heard = session, widget, announced, heard
        self._here: list[Annotation] = []
        self._told_by_others = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._look)
        session.caret_moved.connect(self._look_soon)
        session.opened.connect(self._leave_it_to_others)
        session.changed.connect(self._leave_it_to_others)
        session.selected.connect(self._follow_selected)

    def _look_soon(self) -> None:
        if self._heard():
            self._soon.start()

    def _leave_it_to_others(self, _change: object = None) -> None:
        self._told_by_others = True
        self._look_soon()

    def _follow_selected(self) -> None:
        if self._session.selected_annotation:
            self._leave_it_to_others()

    def _look(self) -> None:
        current, before = self._session.current, self._here
        self._here = current.index.at(self._session.caret.position) if current else []
        parts = [] if self._told_by_others or not current else [*self._left(before), *self._entered(before)]
        self._told_by_others = False
        if parts:
            self._announced(self._widget, ", ".join(parts))

    def _left(self, before: list[Annotation]) -> Iterator[str]:
        for annotation in before:
            if annotation not in self._here:
                past = self._session.caret.position >= annotation.span.end
                yield self._named(_("end of {label}") if past else _("out of {label}"), annotation)

    def _entered(self, before: list[Annotation]) -> Iterator[str]:
        for annotation in reversed(self._here):
            if annotation not in before:
                at_start = self._session.caret.position == annotation.span.start
                yield self._named(_("start of {label}") if at_start else _("in {label}"), annotation)

    def _named(self, words: str, annotation: Annotation) -> str:
        return words.format(label=label_name(self._session.scheme, annotation.label))
