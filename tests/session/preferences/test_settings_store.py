"""Where settings are kept, and what happens when they cannot be."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.preferences.settings import Settings
from annotator.session.preferences.settings_store import SettingsStore


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    with ThreadPoolExecutor(1) as executor:
        yield Jobs(executor)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, values: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(values if isinstance(values, str) else json.dumps(values))


def test_first_start(path: Path, jobs: Jobs) -> None:
    store = SettingsStore(path, jobs)
    assert (store.settings, store.problem) == (Settings(), "")
    assert not path.parent.exists()


def test_only_what_differs_is_written(path: Path, jobs: Jobs) -> None:
    store = SettingsStore(path, jobs)
    store.update(zoom=120, theme="dark")
    store.update(theme="system")
    store.close()
    assert json.loads(path.read_text()) == {"zoom": 120}
    assert SettingsStore(path, jobs).settings == Settings(zoom=120)


def test_to_close_waits_for_no_other_work_of_the_thread(path: Path, qtbot: QtBot) -> None:
    ended = Event()
    with ThreadPoolExecutor(1) as executor:
        other = executor.submit(ended.wait, 20)
        store = SettingsStore(path, Jobs(executor))
        store.update(theme="dark")
        store.close()
        assert not other.done()
        assert json.loads(path.read_text()) == {"theme": "dark"}
        ended.set()


def test_changed_names_each_setting(path: Path, jobs: Jobs, qtbot: QtBot) -> None:
    store, heard = SettingsStore(path, jobs), []
    store.changed.connect(heard.append)
    store.update(zoom=120, annotator="sam", theme="system")
    store.update(zoom=120)
    assert heard == ["annotator", "zoom"]
    store.close()


def test_every_change_reaches_the_file_by_itself(path: Path, jobs: Jobs, qtbot: QtBot) -> None:
    store = SettingsStore(path, jobs)
    for zoom in range(70, 310, 10):
        store.update(zoom=zoom)
    qtbot.waitUntil(lambda: path.exists() and json.loads(path.read_text()) == {"zoom": 300})
    store.close()


def test_unknown_settings_are_kept(path: Path, jobs: Jobs) -> None:
    written(path, {"colour": {"deep": [1, 2]}, "zoom": 120})
    store = SettingsStore(path, jobs)
    store.update(zoom=130)
    store.close()
    assert json.loads(path.read_text()) == {"colour": {"deep": [1, 2]}, "zoom": 130}


def test_paths_that_are_no_text_survive(path: Path, jobs: Jobs) -> None:
    store = SettingsStore(path, jobs)
    store.update(last_folder="/news/\udcff", annotator="Zoë 字")
    store.close()
    assert SettingsStore(path, jobs).settings == Settings(last_folder="/news/\udcff", annotator="Zoë 字")


@pytest.mark.parametrize("damaged", ["", "{", "[1]", "null", "\x00\x01", '{"a":' * 50_000, "NaN"])
def test_damaged_file(path: Path, jobs: Jobs, damaged: str) -> None:
    written(path, damaged)
    store = SettingsStore(path, jobs)
    store.close()
    assert store.settings == Settings()
    assert store.problem == (
        f"The settings file {path} is damaged; the defaults are used. The old file is kept as settings.json.broken."
    )
    assert path.with_name("settings.json.broken").read_text() == damaged


def test_what_was_put_aside_before_is_not_written_over(path: Path, jobs: Jobs) -> None:
    for damaged in ("[", "]"):
        written(path, damaged)
        store = SettingsStore(path, jobs)
        store.close()
    assert store.problem.endswith("The old file is kept as settings.json.broken1.")
    assert [path.with_name(f"settings.json.broken{number}").read_text() for number in ("", 1)] == ["[", "]"]


def test_wrong_values(path: Path, jobs: Jobs) -> None:
    written(path, {"zoom": 75, "theme": 3, "annotator": "sam"})
    store = SettingsStore(path, jobs)
    store.close()
    assert store.settings == Settings(annotator="sam")
    assert "has wrong values for theme, zoom; the defaults are used for these" in store.problem
    assert json.loads(path.read_text()) == {"annotator": "sam"}
    assert path.with_name("settings.json.broken").exists()


def test_folder_that_cannot_be_written(tmp_path: Path, jobs: Jobs, qtbot: QtBot) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    store, heard = SettingsStore(in_the_way / "settings.json", jobs), []
    store.failed.connect(heard.append)
    assert store.problem == ""
    with qtbot.waitSignal(store.failed):
        store.update(zoom=120)
    store.update(zoom=130)
    store.close()
    assert store.settings.zoom == 130
    assert len(heard) == 1
    assert heard[0].startswith(f"The settings cannot be kept in {in_the_way}: ")


class Idle(Executor):
    """Counts what it is asked to do and does none of it."""

    asked = 0

    def submit(self, *_args: Any, **_kwargs: Any) -> Future[Any]:
        self.asked += 1
        return Future()


def test_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    idle = Idle()
    store = SettingsStore(path, Jobs(idle))
    store.update(zoom=120)
    store.close()
    assert idle.asked == 0
    assert store.settings.zoom == 120
    assert store.problem.startswith(f"The settings in {path} are not used, but the defaults. ")
    assert path.is_dir()


posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and permissions of POSIX")


@posix
def test_a_pipe_in_place_of_the_settings_is_told(path: Path, jobs: Jobs) -> None:
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    store = SettingsStore(path, jobs)
    store.update(zoom=120)
    store.close()
    assert store.problem.endswith("are not used, but the defaults. This is a pipe or a device, not a file.")
    assert store.settings == Settings(zoom=120)


@pytest.mark.parametrize("name", ["../../x", "a/b", "..", "a.b", "", " ", "x" * 61, 7])
def test_an_annotator_s_name_that_is_none_is_told(path: Path, jobs: Jobs, name: object) -> None:
    written(path, {"annotator": name, "zoom": 120})
    store = SettingsStore(path, jobs)
    store.close()
    assert store.settings == Settings(zoom=120)
    assert ("wrong values for annotator" in store.problem) == (name != "")
    with pytest.raises(ValueError, match="annotator cannot be"):
        Settings(annotator="../../x")


@posix
@pytest.mark.parametrize("before", [None, '{"zoom": 120}', "{"])
def test_the_settings_are_the_user_s_alone(path: Path, jobs: Jobs, before: str | None) -> None:
    if before is not None:
        written(path, json.loads(before) if before != "{" else before)
        path.chmod(0o644)
    store = SettingsStore(path, jobs)
    store.update(zoom=130)
    store.close()
    assert {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir() if file.is_file()} == {
        file.name: 0o600 for file in path.parent.iterdir() if file.is_file()
    }


@posix
def test_settings_that_are_a_link_stay_one(path: Path, jobs: Jobs, tmp_path: Path) -> None:
    elsewhere = tmp_path / "dotfiles" / "settings.json"
    written(elsewhere, {"zoom": 120})
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(elsewhere)
    store = SettingsStore(path, jobs)
    store.update(theme="dark")
    store.close()
    assert path.is_symlink()
    assert json.loads(elsewhere.read_text()) == {"zoom": 120, "theme": "dark"}


def test_unknown_name(path: Path, jobs: Jobs) -> None:
    with pytest.raises(TypeError):
        SettingsStore(path, jobs).update(colour="red")


def test_what_could_not_be_written_is_tried_again(tmp_path: Path, jobs: Jobs) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    store, heard = SettingsStore(in_the_way / "settings.json", jobs), []
    store.failed.connect(heard.append)
    store.update(zoom=120)
    store.close()
    assert len(heard) == 1
    in_the_way.unlink()
    store.close()
    assert json.loads((in_the_way / "settings.json").read_text()) == {"zoom": 120}
    store.update(zoom=130)
    store.close()
    assert json.loads((in_the_way / "settings.json").read_text()) == {"zoom": 130}
