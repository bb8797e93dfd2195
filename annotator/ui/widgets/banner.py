"""Banners above the text that stay until they are dismissed or their cause is gone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.visible import visible
from annotator.translation.messages import N_, _
from annotator.ui.system.announcing import announce
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on, placed
from annotator.ui.theme.tokens import Theme
from annotator.ui.widgets.buttons.icon_button import IconButton

NAMED: Mapping[str, str] = MappingProxyType(
    {
        "error": N_("Error: {message}"),
        "warning": N_("Warning: {message}"),
        "success": N_("Success: {message}"),
        "info": N_("Info: {message}"),
    }
)
"""Messages as a screen reader reads them, by the kind of their banner."""

KINDS = tuple(NAMED)
HEIGHT, BAR, GLYPH_COLUMN, PADDING = 40, 3, 40, 8
BUTTON_HEIGHT = 34
LEAST_WORDS = 300
"""Width in pixels that the words keep beside the buttons; in a narrower banner the buttons stand below them."""


class BannerContent(Struct, frozen=True):
    """Content of a banner: ``kind`` is one of KINDS, ``name`` is set in bold before ``sentence``.

    ``buttons`` are pairs of text and callback. One that ``stays`` cannot be dismissed, as an error cannot.
    """

    kind: str
    name: str
    sentence: str = ""
    buttons: tuple[tuple[str, Callable[[], object]], ...] = ()
    stays: bool = False


class BannerStack(QWidget):
    """Column of banners, each with a key, the newest at the bottom."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._banners: dict[str, Banner] = {}
        self.setObjectName("banners")
        self.setAccessibleName(_("Messages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    def show_banner(self, key: str, banner: BannerContent) -> None:
        """Show ``banner``, replacing the one with the same key; do nothing where that one is the same."""
        before = self._banners.get(key)
        if before is not None and before.content == banner:
            return
        self._take_out(key)
        shown = Banner(self._look, banner, self)
        shown.closed.connect(lambda: self.remove(key))
        self._banners[key] = shown
        self._column.addWidget(shown)
        shown.show()
        self.show()
        announce(self, shown.accessibleName())  # an alert is not read on Linux

    def remove(self, key: str) -> None:
        """Remove the banner ``key`` if it is shown."""
        self._take_out(key)
        self.setVisible(bool(self._banners))

    def clear(self) -> None:
        """Remove all banners."""
        for key in list(self._banners):
            self.remove(key)

    def minimumSizeHint(self) -> QSize:
        """Return all the height that the banners need at their width, so that none is cut off in a low window."""
        height = sum(banner.heightForWidth(self.width()) for banner in self._banners.values())
        return QSize(super().minimumSizeHint().width(), height + max(len(self._banners) - 1, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @property
    def contents(self) -> dict[str, BannerContent]:
        """Content of the banners shown, by key."""
        return {key: banner.content for key, banner in self._banners.items()}

    def _take_out(self, key: str) -> None:
        banner = self._banners.pop(key, None)
        if banner is not None:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def drop_successes(self) -> None:
        """Remove the banners of kind ``success``."""
        for key, content in self.contents.items():
            if content.kind == "success":
                self.remove(key)


class Banner(QWidget):
    """One banner. ``closed`` is emitted when it is dismissed; an error, or one that stays, has no button for that.

    The buttons stand beside the words, or below them where the banner is narrow.
    """

    closed = Signal()

    def __init__(self, look: Look, content: BannerContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from annotator.ui.widgets.words.named_sentence import NamedSentence  # here: banners are rare

        self.content = content
        self._look = look
        message = f"{content.name} {content.sentence}".strip()
        self.setAccessibleName(visible(_(NAMED[content.kind]).format(message=message)))
        self.setMinimumHeight(HEIGHT)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(margins(GLYPH_COLUMN, 6, PADDING, 6))
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(NamedSentence(look, content.name, content.sentence, self), 0, 0)
        self._buttons = self._button_row()
        self._grid.addLayout(self._buttons, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        if content.kind != "error" and not content.stays:
            self._grid.addWidget(self._close_button(), 0, 2, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        taken = GLYPH_COLUMN + PADDING + BUTTON_HEIGHT + self._buttons.sizeHint().width()
        place = (1, 0) if self.content.buttons and self.width() - taken < LEAST_WORDS else (0, 1)
        if self._grid.itemAtPosition(*place) is None:
            beside = Qt.AlignmentFlag.AlignVCenter
            self._grid.removeItem(self._buttons)
            self._buttons.setParent(None)
            self._grid.addLayout(self._buttons, *place, beside if place == (0, 1) else Qt.AlignmentFlag.AlignLeading)
            self.updateGeometry()

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for text, action in self.content.buttons:
            row.addWidget(self._button(text, action))
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole = painter_on(self), QRectF(self.rect())
        ground, colour = _colours(self.content.kind, self._look.theme)
        painter.fillRect(self.rect(), ground)
        painter.fillRect(placed(painter, QRectF(0, 0, BAR, self.height()), whole), colour)
        glyph = placed(painter, QRectF(BAR, 0, GLYPH_COLUMN - BAR, self.height()), whole)
        paint_icon(painter, glyph, self.content.kind, colour)
        if self._look.theme.high_contrast:
            painter.setPen(colour)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setFlat(True)
        button.setFixedHeight(BUTTON_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: action())
        return button

    def _close_button(self) -> IconButton:
        button = IconButton(self._look, "close", _("Close this message"), self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.closed)
        return button


def _colours(kind: str, theme: Theme) -> tuple[QColor, QColor]:
    """Return the background of a banner and the colour of its bar and icon."""
    return {
        "error": (theme.error_bg, theme.error),
        "warning": (theme.warning_bg, theme.warning),
        "success": (theme.success_bg, theme.success),
    }.get(kind, (theme.accent_soft, theme.accent))
