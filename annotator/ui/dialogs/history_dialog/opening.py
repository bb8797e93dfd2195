"""Opening the history of the open article over the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.model.difference import difference
from annotator.session.services import Services
from annotator.session.session import Session
from annotator.session.sync.versions import VersionSeen
from annotator.ui.dialogs.history_dialog.dialog import HistoryDialog
from annotator.ui.theme.look import Look
from annotator.ui.widgets.local_time import day_and_time


def open_history(services: Services, look: Look, window: QWidget) -> HistoryDialog | None:
    """Show the earlier versions of the open article's sidecar; None where no article is open."""
    session, reader = services.session, services.versions
    article = session.current
    if article is None:
        return None
    dialog = HistoryDialog(session.scheme, look, session.now(), article.read_only, window)
    reader.listed.connect(dialog.show_versions)
    reader.seen.connect(dialog.take)
    reader.failed.connect(dialog.say_failed)
    dialog.finished.connect(reader.stop)
    dialog.restore_requested.connect(lambda seen: restore(session, seen))
    dialog.open()
    reader.read(article.sidecar, article.document)
    return dialog


def restore(session: Session, seen: VersionSeen) -> None:
    """Go back to the version, as one change."""
    if seen.document is None:
        return
    if session.current is None or session.document.article != seen.document.article:
        session.say("Another article is open now; nothing was restored")
        return
    time = day_and_time(seen.at, session.now())
    session.do(difference(session.document, seen.document), f"Restore the version of {time[:1].lower() + time[1:]}")
