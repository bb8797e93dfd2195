"""Bar with the scheme's labels: a legend of marks and keys, and buttons that annotate the selection."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.model.scheme import Label, Scheme
from annotator.session.session import Session
from annotator.translation.messages import N_, _
from annotator.ui.article_page.label_card import LabelCard
from annotator.ui.article_page.label_chip import LabelChip
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import ratio_of, snapped_rect
from annotator.ui.widgets.sideways_area import SidewaysArea
from annotator.ui.widgets.words.elided_label import ElidedLabel, shortened_by_parts

HEIGHT, LOW_HEIGHT, MARGIN, SPACING = 46, 40, 16, 6
AT_FIRST, AT_ONCE = 20, 5
"""Chips that are made before the article is shown, and then in one step while nothing else is to do."""
HINT = N_("Select text and press a key · twice to lock")
CARD_HINT = N_("Click or press its key to tag, twice to lock")


class LabelBar(QWidget):
    """Row of chips, one for each label of the open article's scheme.

    Chips are made as far as the bar is scrolled and one width of it further.

    ``tag_requested``: id of the label to annotate the selection with. ``lock_requested``: id of the label to lock or,
    where it is locked, to unlock. ``text_requested``: the focus is to return to the text.
    """

    tag_requested = Signal(str)
    lock_requested = Signal(str)
    text_requested = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._look = session, look
        self._scheme: Scheme | None = None
        self._chips: list[LabelChip] = []
        self._waiting: list[tuple[int, tuple[Label, str]]] = []
        self._adding = QTimer(self, interval=0)
        self._adding.timeout.connect(self._add_chips)
        self.setObjectName("labelBar")
        self.setAccessibleName(_("Labels"))
        self.setFixedHeight(HEIGHT)
        self._strip = SidewaysArea(look, SPACING, self)
        self._strip.neared_end.connect(self._adding.start)
        self._hint = ElidedLabel(parent=self, shy=True)
        self._hint.show_forms(*shortened_by_parts(_(HINT)))
        self._card = LabelCard(look, self)
        self._lay_out()
        for change in (session.opened, session.changed):
            change.connect(self._card.hide)
        session.opened.connect(self.refresh)
        session.locked.connect(self._show_locked)
        look.changed.connect(self.update)
        self.refresh()

    def refresh(self) -> None:
        """Show the labels of the open article's scheme, disabled where the article is read only."""
        current = self._session.current
        if current is not None and current.scheme is not self._scheme:
            self._scheme = current.scheme
            self._rebuild(current.scheme)
        self._hint.setVisible(self._session.writable)
        for chip in self._chips:
            chip.setEnabled(self._session.writable)
        self._show_locked()

    def set_low(self, *, on: bool) -> None:
        """Take less height, for a small window."""
        self.setFixedHeight(LOW_HEIGHT if on else HEIGHT)

    @property
    def chips(self) -> list[LabelChip]:
        return self._chips

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.base)
        line = snapped_rect(QRectF(0, 0, self.width(), 1), ratio_of(painter))
        painter.fillRect(line, self._look.theme.border)

    def _lay_out(self) -> None:
        self._hint.setFont(small_font())
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 1, MARGIN, 0)
        row.setSpacing(MARGIN)
        row.addWidget(self._strip)
        row.addWidget(self._hint, 1)

    def _rebuild(self, scheme: Scheme) -> None:
        self._card.hide()
        self._waiting = [*enumerate(keyed(scheme.labels))]
        self._chips = self._next_chips(AT_FIRST)
        self._strip.set_widgets(self._chips)
        if self._chips:
            self._set_tab_stop(self._chips[0])

    def _next_chips(self, most: int) -> list[LabelChip]:
        now, self._waiting = self._waiting[:most], self._waiting[most:]
        return [self._chip(place, LabelChip(self._look, label, key, self._strip)) for place, (label, key) in now]

    def _add_chips(self) -> None:
        """Add some of the chips that are still to be made, if the bar is scrolled to where they would be seen."""
        if not (self._waiting and self._strip.is_near_end):
            self._adding.stop()
            return
        self._add_some()

    def _add_some(self) -> None:
        added = self._next_chips(AT_ONCE)
        self._chips += added
        for chip in added:
            chip.setEnabled(self._session.writable)
            chip.set_locked(chip.label.id == self._session.locked_label)
        self._strip.add_widgets(added)

    def _chip(self, position: int, chip: LabelChip) -> LabelChip:
        chip.clicked.connect(lambda: self._clicked(chip))
        chip.lock_asked.connect(lambda: self.lock_requested.emit(chip.label.id))
        chip.stepped.connect(lambda step: self._step(position + step))
        chip.explained.connect(lambda: self._card.explain(chip.label, chip, self._card_hint()))
        chip.left.connect(self._card.hide)
        chip.text_asked.connect(self.text_requested)
        return chip

    def _clicked(self, chip: LabelChip) -> None:
        requested = self.lock_requested if chip.locked else self.tag_requested
        requested.emit(chip.label.id)

    def _step(self, position: int) -> None:
        if position == len(self._chips) and self._waiting:
            self._add_some()
        if 0 <= position < len(self._chips):
            self._set_tab_stop(self._chips[position])
            self._chips[position].setFocus(Qt.FocusReason.TabFocusReason)
            self._strip.show_whole(self._chips[position])

    def _set_tab_stop(self, chosen: LabelChip) -> None:
        """Make ``chosen`` the only chip that Tab reaches; the arrow keys reach the others."""
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if chip is chosen else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(chosen)

    def _show_locked(self) -> None:
        for chip in self._chips:
            chip.set_locked(chip.label.id == self._session.locked_label)
        self._strip.rearrange()

    def _card_hint(self) -> str:
        current = self._session.current
        return current.read_only if current and current.read_only else _(CARD_HINT)


def keyed(labels: Sequence[Label]) -> list[tuple[Label, str]]:
    """Return the labels with the keys that tag with them."""
    return [(label, label.key or _digit(position)) for position, label in enumerate(labels)]


def _digit(position: int) -> str:
    """Return the default key of a label without one: 1 to 9 by its position; empty from the tenth on."""
    return str(position + 1) if position < 9 else ""
