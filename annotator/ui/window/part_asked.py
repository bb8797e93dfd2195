"""The part of the guidelines that is asked about: that of the label in focus, or of the selected annotation."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QWidget

from annotator.language.label_names import shown_name
from annotator.session.session import Session
from annotator.ui.article_page.label_chip import LabelChip

OF_ATTRIBUTE = ("value-", "add-", "editor-")
"""Beginnings of the names of widgets that stand for an attribute; its id follows."""


def part_asked(session: Session) -> tuple[list[str], str]:
    """Return the names of the label, and the attribute whose field has the focus; no names where no label is meant."""
    widgets = [*_in_focus()]
    chosen = session.selected_annotation
    asked = next((_label_of(widget) for widget in widgets if _label_of(widget)), chosen.label if chosen else "")
    label = session.scheme.label(asked) if session.current else None
    attribute = next((id for widget in widgets if (id := _attribute_of(widget))), "")
    return ([shown_name(label), label.name, label.id] if label else [asked]), attribute


def _in_focus() -> Iterator[QWidget]:
    """Yield the widget that has the focus and those that it is in."""
    widget = QApplication.focusWidget()
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _label_of(widget: QWidget) -> str:
    """Return the label that the widget stands for: a chip of the label bar, or the palette's current line."""
    if isinstance(widget, LabelChip):
        return widget.label.id
    if widget.objectName() != "commandPalette":
        return ""
    from annotator.ui.dialogs.command_palette.palette import CommandPalette  # here: it has been opened

    return widget.leave_for_label() if isinstance(widget, CommandPalette) else ""


def _attribute_of(widget: QWidget) -> str:
    name = widget.objectName()
    return next((name.removeprefix(start) for start in OF_ATTRIBUTE if name.startswith(start)), "")
