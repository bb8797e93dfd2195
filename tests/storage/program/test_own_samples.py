"""The user's copy of the samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.storage.files.file_error import SaveError
from annotator.storage.program.own_samples import own_samples
from annotator.storage.program.resources import samples

SIDECAR = "night-market.annotations.yaml"


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.is_file()}


def test_all_samples_are_copied(tmp_path: Path) -> None:
    folder = own_samples(tmp_path / "new" / "samples")
    assert folder == tmp_path / "new" / "samples"
    assert names(folder) == names(samples())
    assert (folder / SIDECAR).read_bytes() == (samples() / SIDECAR).read_bytes()


def test_what_was_done_to_the_copy_stays(tmp_path: Path) -> None:
    folder = own_samples(tmp_path / "samples")
    (folder / SIDECAR).write_text("mine", encoding="utf-8")
    (folder / "library-hours.md").unlink()
    assert own_samples(folder) == folder
    assert (folder / SIDECAR).read_text("utf-8") == "mine"
    assert names(folder) == names(samples())


def test_where_nothing_can_be_written_those_of_the_program_are_opened(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert own_samples(tmp_path / "file" / "samples") == samples()


def test_a_copy_that_fails_opens_those_of_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise SaveError("The disk is full.")

    monkeypatch.setattr("annotator.storage.program.own_samples.write_atomically", full)
    assert own_samples(tmp_path / "samples") == samples()
    assert names(tmp_path / "samples") == set()
