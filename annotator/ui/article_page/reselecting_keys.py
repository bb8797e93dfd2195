"""Keys and hint while the user selects the words of a displaced annotation again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.session.editing.places.place_reselecting import PlaceReselecting
from annotator.session.session import Session
from annotator.translation.messages import N_, _, pgettext
from annotator.ui.theme.look import Look
from annotator.ui.widgets.key_card import KeyCard
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.words.key_names import caption, modifier

TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SENTENCE = N_("Select the words in the text and press Enter; Esc cancels")


class ReselectingKeys(QObject):
    """Event filter of the text: Enter accepts the selected words as the annotation's place, Escape cancels."""

    def __init__(self, reselecting: PlaceReselecting, session: Session, look: Look, text: QWidget) -> None:
        super().__init__(text)
        self._reselecting, self._session, self._text = reselecting, session, text
        self._card = KeyCard(look, text, _keys())
        self._card.setObjectName("reselectHint")
        self._card.setAccessibleName(_(SENTENCE))
        reselecting.begun.connect(self._show)
        reselecting.ended.connect(lambda _done: self._card.show_title(""))
        text.installEventFilter(self)

    def _show(self) -> None:
        self._card.show_title(_("Select the words"))
        self._session.say(_(SENTENCE))
        take_keyboard(self._text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter and Escape before the window's shortcuts and the text, while words are being selected."""
        keys = (*TAKING, Qt.Key.Key_Escape)
        if self._reselecting.under_way and isinstance(event, QKeyEvent) and event.key() in keys:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event.key())
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> None:
        if key in TAKING:
            self._reselecting.take()
        else:
            self._reselecting.leave()


def _keys() -> tuple[tuple[str, str], ...]:
    return (
        (f"{modifier('Shift')} ← →", pgettext("what a key does", "select")),
        (caption("Enter"), pgettext("what a key does", "accept the words")),
        (caption("Esc"), pgettext("what a key does", "cancel")),
    )
