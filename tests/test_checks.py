"""``python -m tests``: how the tests are run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import __main__ as checks


def test_the_tests_run_on_every_core(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xdist")
    monkeypatch.setattr(checks, "cores", lambda: 2)
    assert checks.parallel(["-k", "story"]) == ("-n", "2", "--dist", "worksteal")


@pytest.mark.parametrize("given", ["-n 0", "-n4", "--numprocesses=2", "--dist loadfile", "-p no:xdist", "--pdb"])
def test_what_is_asked_for_otherwise_is_done(given: str) -> None:
    assert checks.parallel(given.split()) == ()


def test_without_xdist_they_run_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "find_spec", lambda _: None)
    assert checks.parallel([]) == ()


def test_their_files_lie_in_memory_where_there_is_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checks, "MEMORY", str(tmp_path))
    monkeypatch.setattr(checks, "LEAST_MEMORY", 0)
    with checks.files_in_memory() as folder:
        assert Path(folder).parent == tmp_path
    assert not any(tmp_path.iterdir())


def test_without_memory_their_files_lie_where_they_always_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checks, "MEMORY", str(tmp_path / "none"))
    with checks.files_in_memory() as folder:
        assert folder == ""
