"""Keys of a mode and what they do: on a bar in place of the labels or, where these are hidden, on a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from annotator.ui.article_page.label_bar import LabelBar
from annotator.ui.article_page.mode_bar import ModeBar
from annotator.ui.article_page.words_rect import words_rect
from annotator.ui.article_view.article_text import ArticleText
from annotator.ui.theme.look import Look
from annotator.ui.widgets.key_card import KeyCard

RANGE = "–"
"""Sign between the first and the last key of a range."""


class ModeKeys:
    """Bar at the end of ``column``, which stands as high as the ``labels``, and card over ``text``."""

    def __init__(self, look: Look, labels: LabelBar, text: ArticleText, column: QVBoxLayout) -> None:
        self._look, self._labels, self._text = look, labels, text
        self._bar = ModeBar(look)
        self._card: KeyCard | None = None
        self._mode, self._alone = "", False
        self._shown: tuple[object, ...] = ()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._press: Callable[[str], object] | None = None
        self._bar.pressed.connect(self._take)
        self._bar.hide()
        column.addWidget(self._bar)

    def show(
        self,
        mode: str,
        keys: Sequence[tuple[str, str]],
        *,
        awaited: bool,
        press: Callable[[str], object] | None = None,
    ) -> None:
        """Show the keys of the mode; an empty name shows the labels again.

        ``press`` does at a click on the bar what the key of that caption does; a range of keys cannot be clicked.
        """
        self._press = press
        acting = [key for key, _words in keys if RANGE not in key] if press else []
        shown = mode, tuple(keys), awaited, acting
        if shown == self._shown:
            return
        self._shown, self._mode, self._keys = shown, mode, tuple(keys)
        self._bar.setFixedHeight(self._labels.height())
        self._bar.show_keys(self._keys, awaited=awaited, acting=acting)
        self._arrange()

    def set_alone(self, *, on: bool) -> None:
        """Use the card instead of the bar, as only the text is shown."""
        self._alone = on
        self._arrange()

    def _take(self, key: str) -> None:
        if self._press:
            self._press(key)

    def _arrange(self) -> None:
        in_mode = bool(self._mode)
        self._labels.setVisible(not in_mode and not self._alone)
        self._bar.setVisible(in_mode and not self._alone)
        if self._card:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if in_mode and self._alone:
            self._card = KeyCard(self._look, self._text, self._keys)
            self._card.setObjectName("modeCard")
            self._card.free = lambda: words_rect(self._text, self._text.framed())
            self._card.show_title(self._mode)
