"""Find bar for words in the open article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from annotator.language.folded_text import FoldedText, folded_text
from annotator.model.span import Span
from annotator.session.preferences.settings_store import SettingsStore
from annotator.translation.messages import _, number, pgettext
from annotator.ui.article_page.find_buttons import ICON, choice_button, find_button
from annotator.ui.article_page.find_field import CASE_KEY, WHOLE_KEY, FindField
from annotator.ui.article_page.matches import Matches, Wanted
from annotator.ui.article_page.searched_text import SearchedText
from annotator.ui.theme.icons import icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import muted_label

HEIGHT, WIDEST_FIELD, PADDING = 42, 340, 14
LONGEST_TAKEN_OVER = 100
AT_ONCE = 3
"""Parts of the search that are done before the window goes on: all of it in an article of usual length."""
NOTHING = Matches(FoldedText(""), Wanted(""))


class FindBar(QWidget):
    """Bar with a query field, the number of matches and buttons to step through them.

    Nothing is shown of a search in a very long article until it is complete, which keys do not wait for. Typing selects
    the first match from the caret on, unless a label is locked, because a selection would get that label at once.
    ``text_requested``: Enter on a match, or closing the bar, is to move the focus to the text, where a label's key
    annotates the match. ``lit``: the matches to draw, as a function from a start and an end to the matches between;
    None for none. The choices are remembered in ``store``.
    """

    text_requested = Signal()
    lit = Signal(object)

    def __init__(
        self, session: SearchedText, look: Look, parent: QWidget | None = None, *, store: SettingsStore | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._look, self._store = session, look, store
        self._matches = NOTHING
        self._selects = False
        self._search_start = 0
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._field = FindField(look, _("Find in the article"), parent=self)
        self._count = muted_label(self)
        self._case = choice_button(self._button("findCase", _("Match case"), self._choose), "Aa", CASE_KEY)
        whole = self._button("findWholeWords", _("Whole words only"), self._choose)
        # Translators: on the button that finds whole words only; short.
        self._whole = choice_button(whole, pgettext("find whole words", "Word"), WHOLE_KEY)
        self._arrows = {
            "chevron-up": self._button("findPrevious", _("Previous match"), self.previous),
            "chevron-down": self._button("findNext", _("Next match"), self.next),
            "close": self._button("findClose", _("Close"), self.close_bar),
        }
        self._lay_out()
        self._connect()
        if store:
            self._case.setChecked(store.settings.find_match_case)
            self._whole.setChecked(store.settings.find_whole_words)
        self.hide()

    def open(self) -> None:
        """Show the bar with the selected words as the query, or with the last query where none are selected."""
        if self._session.current is None:
            return
        selection = self._session.selection
        words = selection.of(self._session.document.article.text) if selection else ""
        if words and len(words) <= LONGEST_TAKEN_OVER and "\n" not in words:
            self._field.setText(words)
        self._search_start = self._session.caret.start
        self.show()
        take_keyboard(self._field, Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def next(self) -> None:
        """Select the next match; open the bar first where it is hidden or has no query."""
        self._step(lambda found: found.next(self._session.caret.start + (1 if self._number() else 0)))

    def previous(self) -> None:
        """Select the previous match; open the bar first where it is hidden or has no query."""
        self._step(lambda found: found.previous(self._session.caret.start))

    def close_bar(self) -> None:
        """Hide the bar and emit ``text_requested``; the current match stays selected."""
        self.hide()
        self.text_requested.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.window)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.theme.border)

    def showEvent(self, event: QShowEvent) -> None:
        self._show_icons()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # and not the window around it
            self.lit.emit(None)

    def _button(self, name: str, description: str, run: Callable[[], None]) -> QToolButton:
        return find_button(self, name, description, run)

    def _lay_out(self) -> None:
        self.setObjectName("findBar")
        self.setAccessibleName(_("Find in the article"))
        self.setFixedHeight(HEIGHT)
        self._field.setObjectName("findField")
        self._field.setPlaceholderText(_("Find"))
        self._field.setMaximumWidth(WIDEST_FIELD)
        self._count.setObjectName("findCount")
        self._count.setAccessibleName(_("Matches"))
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(PADDING, 0, PADDING - 6, 1))
        row.setSpacing(4)
        row.addWidget(self._field, 3)
        row.addWidget(self._case)
        row.addWidget(self._whole)
        row.addSpacing(6)
        row.addWidget(self._count, 2)
        for button in self._arrows.values():
            row.addWidget(button)

    def _connect(self) -> None:
        self._field.textEdited.connect(self._changed)
        self._field.stepped.connect(lambda by: self.next() if by > 0 else self.previous())
        self._field.entered.connect(self._accept_match)
        self._field.left.connect(self.close_bar)
        self._field.case_toggled.connect(self._case.click)
        self._field.whole_words_toggled.connect(self._whole.click)
        self._soon.timeout.connect(self._go_on)
        self._session.opened.connect(self._search)
        self._session.caret_moved.connect(self._show_count)
        self._look.changed.connect(self._show_icons)

    def _choose(self) -> None:
        """Remember the choices, and search with them."""
        if self._store:
            self._store.update(find_match_case=self._case.isChecked(), find_whole_words=self._whole.isChecked())
        self._changed()

    def _changed(self) -> None:
        """Search with a changed query or option, and select the first match unless a label is locked."""
        self._search(selects=not self._session.locked_label)

    def _search(self, *, selects: bool = False) -> None:
        self._selects = selects
        if self._session.current is None:
            self.setVisible(self.isVisible() and self._session.coming)
            self._matches = NOTHING
        elif self.isVisible():
            wanted = Wanted(self._field.text(), self._case.isChecked(), self._whole.isChecked())
            text = folded_text(self._session.document.article.text, match_case=wanted.match_case)
            self._matches = Matches(text, wanted)
            self._go_on()

    def _go_on(self) -> None:
        """Search on for a moment; where that is all, show and select what was found."""
        if any(self._matches.go_on() for _part in range(AT_ONCE)):
            self._show_found()
        else:
            self._soon.start()
            self._show_count()
            self.lit.emit(None)

    def _show_found(self) -> None:
        self._show_count()
        if self.isVisible():
            self.lit.emit(self._matches.within if len(self._matches) else None)
        if self._selects:
            self._selects = False
            self._select(self._matches.next(self._search_start))

    def _step(self, match: Callable[[Matches], Span | None]) -> None:
        if self._session.current is None:
            return
        if not self._field.text() or not self.isVisible():
            self.open()
        if not self._matches.complete:
            self._matches.finish()
            self._show_found()
        self._select(match(self._matches))
        self._search_start = self._session.caret.start

    def _accept_match(self) -> None:
        if not self._number():
            self._step(lambda found: found.next(self._search_start))
        if self._number():
            self.text_requested.emit()

    def _select(self, match: Span | None) -> None:
        if match:
            self._session.move_caret(match.end, match.start)
            self._session.reveal_caret()

    def _number(self) -> int:
        """Return the number of the match that is selected, counted from 1; 0 where none is."""
        caret = self._session.caret
        return self._matches.number_of(Span(caret.start, caret.end)) if caret.start < caret.end else 0

    def _show_count(self) -> None:
        if not self.isVisible():
            return
        self._count.setText(self._count_words() if self._field.text() else "")

    def _count_words(self) -> str:
        if not self._matches.complete:
            return "…"
        if not len(self._matches):
            return _("No match")
        total = number(len(self._matches)) + ("+" if self._matches.uncounted else "")
        chosen = self._number()
        return _("{number} of {total}").format(number=number(chosen), total=total) if chosen else total

    def _show_icons(self) -> None:
        for name, button in self._arrows.items():
            button.setIcon(icon(name, self._look.theme.muted, ICON, self.devicePixelRatioF()))
        self.update()
