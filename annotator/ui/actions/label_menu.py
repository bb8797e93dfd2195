"""Menu of the scheme's labels."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from annotator.language.label_names import shown_letter, shown_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Label, Scheme
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import paint_badge

BADGE = 16


def fill_label_menu(
    menu: QMenu, scheme: Scheme, look: Look, choose: Callable[[str], None], present: Collection[str] = ()
) -> None:
    """Put an action for each label into ``menu``, which calls ``choose`` with the label's id.

    ``present`` are the labels of what is to be relabelled: where it is one, that has the tick.
    """
    menu.clear()
    for label in scheme.labels:
        action = QAction(menu_text(shown_name(label)), menu)
        action.setCheckable(True)
        action.setChecked([*present] == [label.id])
        action.setIcon(badge_icon(label, look, menu.devicePixelRatioF()))
        action.triggered.connect(lambda _checked=False, id=label.id: choose(id))
        menu.addAction(action)
    give_mnemonics(menu)


def menu_text(text: str) -> str:
    """Return the text so that a menu shows it literally."""
    return plain_line(text).replace("&", "&&")


def badge_icon(label: Label, look: Look, ratio: float) -> QIcon:
    """Return the label's badge, for a menu or a box."""
    pixmap = QPixmap(round(BADGE * ratio), round(BADGE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_badge(painter, QRectF(0, 0, BADGE, BADGE), look.theme.label(label, label.id), shown_letter(label))
    painter.end()
    return QIcon(pixmap)
