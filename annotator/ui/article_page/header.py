"""Header above the text: the article's status and name, the number of its annotations, how much of it is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.session.editing.desk.reading import progress_words
from annotator.session.editing.sign_offs.signing import Signing
from annotator.session.editing.sign_offs.words import long_standing
from annotator.session.session import Session
from annotator.translation.messages import _, number
from annotator.ui.article_page.page_header import MARGIN, SPACING, PageHeader
from annotator.ui.article_page.pills.people_line import PeopleLine, Person
from annotator.ui.article_page.pills.standing_pill import StandingPill
from annotator.ui.article_page.status_button import StatusButton
from annotator.ui.desk.comments_pill import CommentsPill
from annotator.ui.theme.fonts import MEDIUM, chrome_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.counted import counted_annotations, of_total
from annotator.ui.widgets.words.elided_label import ElidedLabel


class Header(PageHeader):
    """Header of the open article, empty where none is open. ``status_chosen``: status that the user has chosen."""

    status_chosen = Signal(str)

    def __init__(self, session: Session, signing: Signing, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, ElidedLabel(), parent)
        self._session, self._signing = session, signing
        self._status = StatusButton(look, self)
        self._standing, self.comments = StandingPill(look, self), CommentsPill(look, "openComments", self)
        self._mode = ElidedLabel(parent=self)
        self._mode.setFont(chrome_font(0, MEDIUM))
        self._mode.setForegroundRole(QPalette.ColorRole.Link)
        self._mode.hide()
        self._reading = ElidedLabel(parent=self)
        self._reading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reading.setFont(small_font())
        self._people = PeopleLine(look, self)
        self._progress = (0, 0)
        self._hints: tuple[str, ...] = ()
        self._name_parts()
        after = self._reading, self.comments, self._standing, self._mode
        self.lay_out(before=(self._status,), beside=(self._people,), after=after)
        self._status.chosen.connect(self.status_chosen)
        self._standing.clicked.connect(self._follow_standing)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the open article; hide all parts where none is open."""
        opened = self._session.current
        self._standing.show_standing(self._signing.standing if self._signing.is_signed else None)
        for part in (self._status, self.name, self.about):
            part.setVisible(opened is not None and (part is not self.about or self._people.isHidden()))
        self._show_progress()
        if opened is None:
            self.setAccessibleName(_("No article open"))
            return
        document = opened.document
        self._status.show_status(document.status.value)
        self._status.setEnabled(self._session.writable)
        self.name.show_line(document.article.name)
        self.about.show_forms(*count_forms(len(document.annotations)))
        self.setAccessibleName(f"{self.name.text()}, {self.about.text()}")

    def show_reading(self, read: int, total: int) -> None:
        """Say how many of the article's sentences are read; nothing where it has none."""
        self._progress = read, total
        self._show_progress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_progress()

    def show_coming(self, name: str) -> None:
        """Show the name of an article that is not open yet: its annotations are being read."""
        for part in (self.name, self.about):
            part.show()
        self.name.show_line(name)
        self.about.show_line(_("Its annotations are being read…"))
        self.setAccessibleName(f"{self.name.text()}, {self.about.text()}")

    def show_mode(self, mode: str) -> None:
        """Name the mode that keys and clicks are in; nothing where they do what they always do."""
        if mode == self._mode.text() and self._mode.isHidden() == (not mode):
            return
        if not mode:
            self._hints = ()
            self.show_people(())
        self._mode.show_line(mode)
        self._mode.setVisible(bool(mode))
        self._show_progress()

    def show_hint(self, *forms: str) -> None:
        """Say how a mode is read, in the first of these forms that fits, in place of the progress until it ends."""
        self._hints = forms
        self._show_progress()

    def show_people(self, people: Sequence[Person]) -> None:
        """Name who is compared, in place of the number of annotations, until the mode ends."""
        self._people.show_people(people)
        self.about.setVisible(self._session.current is not None and not people)
        self._show_progress()

    def _show_progress(self) -> None:
        """Show the progress of reading in full, in short or not at all, by the room that the other parts leave."""
        read, total = self._progress
        counted = (progress_words(read, total), of_total(read, total)) if total and self._session.current else ()
        forms = self._hints or counted
        room, metrics = self._room(), self._reading.fontMetrics()
        shown = next((form for form in forms if metrics.horizontalAdvance(form) + 4 <= room), "")
        self._reading.show_line(shown)
        self._reading.setAccessibleName(forms[0] if forms else "")
        self._reading.setVisible(bool(shown))

    def _room(self) -> int:
        parts = self._status, self.name, self.about, self._people, self.comments, self._standing, self._mode
        others = [part for part in parts if not part.isHidden()]
        return self.width() - 2 * MARGIN - sum(part.sizeHint().width() + SPACING for part in others) - SPACING

    def _follow_standing(self) -> None:
        """Go to the next fact that is open again; where none is, say how the article stands."""
        if self._signing.standing.reopened:
            self._signing.go_to_reopened(1)
        else:
            self._session.say(" ".join(long_standing(self._signing.standing)))

    def _name_parts(self) -> None:
        self.setObjectName("header")
        self.name.setObjectName("articleName")
        self.about.setObjectName("annotationCount")
        self._mode.setObjectName("mode")
        self._reading.setObjectName("readingProgress")


def count_forms(annotations: int) -> tuple[str, ...]:
    """Return the number of annotations as text, and as a number alone."""
    return (counted(annotations), number(annotations)) if annotations else (counted(0),)


def counted(annotations: int) -> str:
    """Return the number of annotations as text: “No annotations”, “1 annotation”, “1,234 annotations”."""
    return counted_annotations(annotations) if annotations else _("No annotations")
