"""Filter field that completes terms, and shows those that are complete as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from annotator.translation.messages import listed
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.lists import filter_field
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.term_chip import TermChip, term_words
from annotator.ui.widgets.lists.term_completer import ENTER, TermCompleter, last_word

LEFT, GAP, LEAST_TEXT, LINE = filter_field.INSET + filter_field.ICON + 2, 4, 80, 26
Divide = Callable[[str], tuple[list[str], str]]
"""Returns the terms in what was typed, as they are written, and the words that are left."""


class TermField(FilterField):
    """Field whose filter is its chips and what is typed. ``edited``: the filter has become another one.

    A term becomes a chip where a blank follows it, where it is completed, and on the way to the list; Enter completes
    one whose value has been begun. Backspace before the first letter takes the last chip away, a click any one; Escape
    first the words, then the chips.
    """

    edited = Signal()

    def __init__(
        self, look: Look, name: str, divide: Divide, menu: QMenu | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name, menu, parent)
        self._divide, self._taking, self._connected = divide, False, False
        self._chips: list[TermChip] = []
        self._terms = TermCompleter(self)
        self.setCompleter(self._terms)
        self.textChanged.connect(self._follow_text)
        self.went_down.connect(self._take_terms)

    @property
    def filter(self) -> str:
        """The whole filter: the terms of the chips, then what is typed."""
        return " ".join(part for part in (*self.terms, self.text().strip()) if part)

    @property
    def terms(self) -> list[str]:
        """Terms of the chips."""
        return [chip.term for chip in self._chips]

    def set_filter(self, filter: str) -> None:
        """Show this filter, with its terms as chips."""
        terms, rest = self._divide(filter)
        self._show(terms, rest)

    def offer(self, terms: Sequence[str]) -> None:
        """Offer these terms for completion from now on."""
        self._terms.offer(terms)

    def count_with(self, count: Callable[[str], int | None]) -> None:
        """Show behind each term that is offered what ``count`` returns for it, nothing for None."""
        self._terms.count = count

    def forget_counts(self) -> None:
        """Count what the terms would find anew, as the things have changed."""
        self._terms.forget_counts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the list of terms to it while it is open."""
        key = event.key()
        if self._terms.takes(key):
            event.ignore()
        elif key in ENTER and (meant := self._terms.meant):
            self.setText(meant)
        elif key == Qt.Key.Key_Backspace and self._chips and not self.cursorPosition() and not self.hasSelectedText():
            self._show(self.terms[:-1], self.text())
        elif key == Qt.Key.Key_Escape and self._chips and not self.text():
            self._show([], "")
        else:
            super().keyPressEvent(event)
            self._terms.mark_meant()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Follow the completion after the field itself, which connects to it whenever it gets the keyboard."""
        super().focusInEvent(event)
        if self._connected:
            self._terms.activated.disconnect(self._take_completed)
        self._terms.activated.connect(self._take_completed)
        self._connected = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_chips()

    def _take_completed(self, _term: str) -> None:
        self._take_terms()

    def _follow_text(self, text: str) -> None:
        if self._taking:
            return
        start = last_word(text)
        terms, words = self._divide(text[:start])
        if terms and not self._terms.is_choosing:
            self._show([*self.terms, *terms], f"{words} {text[start:]}".lstrip())
        else:
            self.edited.emit()

    def _take_terms(self) -> None:
        """Turn what is typed and is a term into chips."""
        terms, rest = self._divide(self.text())
        if terms:
            self._show([*self.terms, *terms], rest)

    def _show(self, terms: Sequence[str], text: str) -> None:
        self._terms.forget_counts()
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(term) for term in dict.fromkeys(terms)]
        self.setAccessibleDescription(listed(map(term_words, self.terms)))
        self._taking = True
        self.setText(text)
        self._taking = False
        self._terms.close()
        self._place_chips()
        self.edited.emit()

    def _chip(self, term: str) -> TermChip:
        chip = TermChip(self._look, term, self)
        chip.clicked.connect(lambda: self._show([one for one in self.terms if one != term], self.text()))
        chip.show()
        return chip

    def _place_chips(self) -> None:
        """Put the chips side by side, in as many lines as they need, and the text behind the last one."""
        end = self.width() - self.end_margin
        x, line = LEFT, 0
        for chip in self._chips:
            width = min(chip.sizeHint().width(), end - LEFT)
            if x > LEFT and x + width > end:
                x, line = LEFT, line + 1
            left = self.width() - x - width if self.isRightToLeft() else x
            chip.setGeometry(left, LINE * line + GAP, width, chip.sizeHint().height())
            x += width + GAP
        if end - x < LEAST_TEXT and self._chips:
            x, line = LEFT, line + 1
        self.setFixedHeight(filter_field.HEIGHT + LINE * line)
        self.setTextMargins(margins(x, LINE * line, self.end_margin, 0))
        self.setPlaceholderText("" if self._chips else self.hint)
