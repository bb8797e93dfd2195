"""Question before an article is done of which sentences are unread."""

from __future__ import annotations

from pathlib import Path

from annotator.session.editing.desk.reading import Reading
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number
from annotator.ui.system.system_dialogs import Question, SystemDialogs


class UnreadQuestion:
    """Asks once for each article, as long as the program runs, unless the user wants no such question."""

    def __init__(self, session: Session, reading: Reading, store: SettingsStore, dialogs: SystemDialogs) -> None:
        self._session, self._reading, self._store, self._dialogs = session, reading, store, dialogs
        self._asked: set[Path] = set()

    def may_finish(self) -> bool:
        """Return whether the open article may be set to done; ask if sentences are unread."""
        path = self._session.path
        if not self._reading.unread or not self._store.settings.ask_unread or path is None or path in self._asked:
            return True
        self._asked.add(path)
        done, first, never, cancel = _("Done anyway"), _("Go to the first"), _("Done, do not ask again"), _("Cancel")
        answer = self._dialogs.ask(Question(_("Done"), self._sentence(), (done, first, never, cancel)))
        if answer == first:
            self._reading.go_to_first_unread()
        elif answer == never:
            self._store.update(ask_unread=False)
        return answer not in (first, cancel)

    def _sentence(self) -> str:
        unread = self._reading.unread
        return ngettext("{count} sentence is unread.", "{count} sentences are unread.", unread).format(
            count=number(unread)
        )
