"""Files of the hidden folder, whose empty folders other windows remove."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from annotator.storage.files.file_error import SaveError
from annotator.storage.files.hidden_folder import HiddenPlace, put, read
from tests.support.failing.once import fail_once


@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_file_is_written_though_another_window_removes_its_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    place, made = HiddenPlace(tmp_path, ("locks", "a.yaml", "one.json")), list[str]()
    real = os.mkdir

    def made_and_removed(path: str, *arguments: Any, dir_fd: int | None = None) -> None:
        real(path, *arguments, dir_fd=dir_fd)
        if os.path.basename(path) == "a.yaml" and len(made) < times:  # noqa: PTH119  # a name, relative to a handle
            made.append(path)
            os.rmdir(path, dir_fd=dir_fd)  # likewise

    monkeypatch.setattr(os, "mkdir", made_and_removed)
    put(place, b"mine", durable=False)
    assert len(made) == times
    assert read(place, 10, SaveError) == b"mine"


def test_a_file_that_cannot_be_written_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = fail_once(monkeypatch, "fsync", lambda _handle: True)
    with pytest.raises(SaveError):
        put(HiddenPlace(tmp_path, ("scheme-changes", "20261130T120156Z", "change.json")), b"{}")
    assert failed
    assert list(tmp_path.iterdir()) == []
