"""Temporary files that a killed program left beside the settings."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.preferences.settings_store import SettingsStore

LEFT = (
    "import sys; from pathlib import Path; from annotator.storage.files.temporary_names import temporary_beside\n"
    "temporary_beside(Path(sys.argv[1])).write_text('half')"
)


def test_they_go_with_the_next_change_of_a_setting(tmp_path: Path, qtbot: QtBot) -> None:
    subprocess.run([sys.executable, "-c", LEFT, tmp_path / "settings.json"], check=True)
    (tmp_path / "notes.tmp").touch()
    with ThreadPoolExecutor(1) as executor:
        store = SettingsStore(tmp_path / "settings.json", Jobs(executor))
        store.update(zoom=120)
        store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["notes.tmp", "settings.json"]
