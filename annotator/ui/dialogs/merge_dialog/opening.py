"""Opening of the merge dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from annotator.model.merge import Conflict
from annotator.session.session import Session
from annotator.ui.dialogs.merge_dialog.dialog import MergeDialog
from annotator.ui.theme.look import Look


def open_merge(
    conflicts: Sequence[Conflict],
    session: Session,
    look: Look,
    window: QWidget,
    take: Callable[[Mapping[tuple[str, str], str]], None],
) -> MergeDialog:
    """Show the conflicts with the open article; ``take`` is called with the choices once all are made."""
    dialog = MergeDialog(conflicts, session.document, session.scheme, look, window)
    dialog.decided.connect(take)
    dialog.open()
    return dialog
