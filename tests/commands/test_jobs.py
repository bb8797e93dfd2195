"""``--jobs``: with any number of processes a command prints and writes the same bytes, and returns the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main
from tests.corpus.chunk_work import ONCE
from tests.corpus.killed_check import KilledOnce
from tests.support.paths import ROOT

TEXT = "Thousands leave Aleppo, says the Red Cross. More follow.\n"
GOOD = """\
format: annotator
version: 1
article: {file: NAME.txt}
status: done
annotations:
- {id: a, label: claim, start: 0, end: 9, text: Thousands, attributes: {kind: event}}
- {id: b, label: source, start: 29, end: 42, text: the Red Cross}
relations:
- {id: r, type: attributed_to, from: a, to: b}
read:
- [0, 22]
"""
ODD = GOOD.replace("label: claim", "label: odd").replace("29", "28").replace("done", "half")
COMMANDS = {
    "check": ["check", "."],
    "check of files": ["check", "below/5.txt", "2.txt", "below", "."],
    "check as JSON": ["check", ".", "--json"],
    "stats": ["stats", "."],
    "stats of two folders as JSON": ["stats", "below", ".", "--json"],
    "export": ["export", "jsonl", ".", "-o", "../out", "--replace", "--json"],
    "export of some": ["export", "jsonl", ".", "-o", "-", "--label", "claim", "--split", "50,25,25", "--strict"],
    "export for doccano": ["export", "doccano", ".", "-o", "-", "--json"],
    "export for Prodigy": ["export", "prodigy", "below", "-o", "../out", "--replace"],
    "export of reviews": ["export", "claimreview", ".", "-o", "-"],
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all that is read, and all that cannot be; for reading only."""
    return filled(tmp_path_factory.mktemp("jobs"))


@pytest.fixture(scope="module")
def came(files: Path) -> dict[str, list[list[Any]]]:
    """Return what came of each command with one, two and three processes."""
    command = [sys.executable, "-m", "tests.commands.with_jobs", json.dumps(COMMANDS)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=files, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, list[list[Any]]] = json.loads(done.stdout)
    return told


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with the same."""
    folder = filled(tmp_path)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("annotator.corpus.processes.FEWEST", 3)
    monkeypatch.setattr("annotator.corpus.processes.LARGE", 4)
    return folder


def filled(place: Path) -> Path:
    folder = place / "folder"
    for below in (folder, folder / "below"):
        below.mkdir()
        for number in range(12):
            write(below / f"{number}.txt", ODD if number % 3 == 0 else GOOD)
    (folder / "3.annotations (conflicted copy 2026-11-28).yaml").write_text(GOOD, encoding="utf-8")
    (folder / "4.annotations.bob.yaml").write_text(GOOD.replace("NAME", "4"), encoding="utf-8")
    (folder / "5.txt").write_bytes(b"\0")
    (folder / "6.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    (folder / "7.txt").rename(folder / "renamed.txt")
    (folder / "8.txt").unlink()
    (folder / "scheme.yaml").write_text("format: no", encoding="utf-8")
    (folder / "below" / "out.txt").symlink_to(place / "elsewhere.txt")
    return folder


def write(article: Path, sidecar: str) -> None:
    article.write_text(TEXT, encoding="utf-8")
    beside = article.with_name(f"{article.stem}.annotations.yaml")
    beside.write_text(sidecar.replace("NAME", article.stem), encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_number_of_processes_makes_no_difference(came: dict[str, list[list[Any]]], name: str) -> None:
    one, two, three = came[name]
    assert one == two == three
    _code, printed, _errors, written = one
    assert printed or written


@pytest.mark.parametrize("jobs", ["0", "two", "1.5"])
def test_the_number_must_be_one(folder: Path, capsys: pytest.CaptureFixture[str], jobs: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["check", str(folder), "--jobs", jobs])
    assert "is not a whole number, 1 or more" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")
def test_that_a_process_was_ended_is_told_and_nothing_is_lost(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / ONCE, GOOD)
    code = main(["check", ".", "--jobs", "1"])
    expected = capsys.readouterr().out
    monkeypatch.setattr("annotator.corpus.checking.problems.ChunkCheck", KilledOnce)
    assert main(["check", ".", "--jobs", "2"]) == code == 1
    told = "annotator check: A process that worked on them was ended from outside. The files have been read again.\n"
    assert capsys.readouterr() == (expected, told)
