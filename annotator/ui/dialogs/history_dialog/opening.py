"""Opening of the history of the open article."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.session.editing.restoring import restore
from annotator.session.services import Services
from annotator.session.session import Session
from annotator.session.sync.versions import VersionSeen
from annotator.ui.dialogs.history_dialog.dialog import HistoryDialog
from annotator.ui.theme.look import Look
from annotator.ui.widgets.words.local_time import day_and_time


def open_history(services: Services, look: Look, window: QWidget) -> HistoryDialog | None:
    """Show the earlier versions of the open article's sidecar; return None where no article is open."""
    session, reader = services.session, services.versions
    article = session.current
    if article is None:
        return None
    dialog = HistoryDialog(session.scheme, look, session.now(), article.read_only, window)
    reader.listed.connect(dialog.show_versions)
    reader.seen.connect(dialog.take)
    reader.failed.connect(dialog.say_failed)
    dialog.finished.connect(reader.stop)
    dialog.restore_requested.connect(lambda seen: _restore(session, seen))
    dialog.open()
    reader.read(article.sidecar, article.document)
    return dialog


def _restore(session: Session, seen: VersionSeen) -> None:
    if seen.document is not None:
        restore(session, seen.document, day_and_time(seen.at, session.now()))
