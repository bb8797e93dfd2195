"""Store of the settings: a small JSON file with only those that differ from the defaults."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from annotator.session.background.jobs import Jobs
from annotator.session.preferences.settings import RULES, Settings
from annotator.session.preferences.settings_decoding import decoded
from annotator.storage.files.file_bytes import MIB, bytes_of, is_there
from annotator.storage.files.file_error import FileError
from annotator.storage.files.free_name import free_name
from annotator.storage.program.private_files import narrow
from annotator.translation.messages import _, listed

MOST_BYTES = 8 * MIB


class SettingsStore(QObject):
    """Settings, written to their file in the background after each change.

    ``changed``: name of a setting that has a new value. ``failed``: emitted once with the reason why the settings
    cannot be written; that is tried again with each change and on closing. ``problem`` is a sentence on what was wrong
    with the file at ``path`` when it was read, else empty; a damaged file is renamed with the suffix ``.broken``.
    """

    changed = Signal(str)
    failed = Signal(str)

    def __init__(self, path: Path, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._jobs = jobs
        self._unknown: dict[str, object] = {}
        self._writing: Future[Any] | None = None
        self._behind = False
        self._unwritten = self._told = False
        self._usable = True
        self.problem = ""
        self.settings = self._read()
        if self._behind:
            self._save()

    def update(self, **changes: Any) -> None:
        """Change settings by name. Raises TypeError for an unknown name, ValueError for a wrong value."""
        self.adopt(replace(self.settings, **changes))

    def allows_links(self, folder: Path) -> bool:
        """Return whether the user allows links in this folder that lead out of it."""
        return str(folder) in self.settings.folders_with_links

    def adopt(self, settings: Settings) -> None:
        """Replace all settings and write them."""
        before, self.settings = self.settings, settings
        changed = [name for name in RULES if getattr(before, name) != getattr(settings, name)]
        if changed:
            self._save()
        for name in changed:
            self.changed.emit(name)

    def close(self) -> None:
        """Block until the settings have been written, but not for what else their thread is still to do."""
        if self._writing is not None and self._writing.cancel():  # other work is before it
            self._writing, self._behind = None, True
        elif self._writing is not None:
            self._note_end(self._writing)
        if self._behind or self._unwritten:
            self._attempt(lambda: _write(self.path, self._data()))

    def _read(self) -> Settings:
        if not is_there(self.path):
            return Settings()
        try:
            data = bytes_of(self.path, MOST_BYTES, FileError, follow=True)
        except FileError as error:
            self._usable = False
            problem = _("The settings in {file} are not used, but the defaults. {reason}")
            self.problem = problem.format(file=self.path, reason=error.problem.sentence)
            return Settings()
        return self._decode(data)

    def _decode(self, data: bytes) -> Settings:
        values = _parsed(data)
        if values is None:
            self._keep_broken(_("The settings file {file} is damaged; the defaults are used."))
            return Settings()
        settings, wrong = decoded(values)
        self._unknown = {name: value for name, value in values.items() if name not in RULES}
        if wrong:
            problem = _("The settings file {file} has wrong values for {names}; the defaults are used for these.")
            self._keep_broken(problem, listed(wrong))
            self._behind = True
        return settings

    def _keep_broken(self, problem: str, names: str = "") -> None:
        broken = free_name(self.path, ".broken")
        kept = _("The old file is kept as {file}.").format(file=broken.name)
        try:
            narrow(self.path)
            self.path.replace(broken)
        except OSError as error:
            self._usable = False
            kept = _("It cannot be moved away ({reason}), so settings are not kept.").format(reason=error.strerror)
        self.problem = f"{problem.format(file=self.path, names=names)} {kept}"

    def _save(self) -> None:
        self._behind = True
        if self._usable and self._writing is None:
            self._behind = False
            path, data = self.path, self._data()
            self._writing = self._jobs.run(lambda: _write(path, data), self._written)

    def _written(self, future: Future[Any]) -> None:
        if future is self._writing:
            self._note_end(future)
            if self._behind:
                self._save()

    def _note_end(self, future: Future[Any]) -> None:
        self._writing = None
        self._attempt(future.result)

    def _attempt(self, write: Callable[[], None]) -> None:
        if not self._usable:
            return
        self._unwritten = False
        try:
            write()
        except FileError as error:
            self._tell(error.problem.sentence)
        except OSError as error:
            self._tell(error.strerror or str(error))

    def _tell(self, why: str) -> None:
        self._unwritten = True
        if not self._told:
            self._told = True
            failed = _("The settings cannot be kept in {folder}: {reason}")
            self.failed.emit(failed.format(folder=self.path.parent, reason=why))

    def _data(self) -> bytes:
        return _json({**self._unknown, **self.settings.different()})


def _parsed(data: bytes) -> dict[str, object] | None:
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _json(values: Mapping[str, object]) -> bytes:
    return (json.dumps(values, ensure_ascii=True, indent=2) + "\n").encode()


def _write(path: Path, data: bytes) -> None:
    from annotator.session.preferences.settings_writing import write_settings  # here: the first picture is not written

    write_settings(path, data)
