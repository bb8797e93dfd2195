"""The benchmarks run, on articles too small to measure anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.paths import ROOT


def test_the_table_has_every_bar(tmp_path: Path) -> None:
    told = tmp_path / "table.json"
    command = [sys.executable, "-m", "tests.benchmarks", "--tiny", "--json", str(told)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = json.loads(told.read_text(encoding="utf-8"))
    assert all(row["ours"] > 0 for row in rows if not row["what"].startswith("saving"))
    assert {row["what"].split(",")[0] for row in rows if row["limit"] is not None} == {
        *("open", "key to paint", "page down", "wheel notch", "resize"),
        *("label key", "undo", "zoom", "theme", "palette letter", "article shown"),
        *("folder", "letter in the filter of articles", "letter in the filter of annotations"),
        "letter in the find bar",
        *("start to text", "start to everything shown", "memory at the start", "memory"),
        *("relabel all", "undo relabelling all", "remove all"),
        *("saving", "key to disk", "export to JSON lines"),
        *("next annotation", "tagging among relations", "words and sentences"),
        *("figure read", "figures and what does not fit"),
        *("quote checked the first time", "quote checked again"),
        *("scheme window opened", "letter in the scheme window"),
        "web page read",
        *("hand-over", "board", "five annotators compared"),
        *("annotators compared in the window", "next difference"),
        *("card opened", "figures window filled"),
        *("heat map drawn", "slowest chart drawn"),
    }
    assert len(done.stdout.splitlines()) == len(rows) + 2


def test_the_growth_of_every_action_is_printed() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.growth", "--tiny"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [line.split(" | ")[:2] for line in done.stdout.splitlines()[2:]]
    assert {what.removeprefix("| ") for what, _action in rows} == {
        *("annotations", "annotations of a paragraph", "labels", "undo steps", "versions in the history", "articles"),
    }
    assert {"edit", "undo", "save", "open", "merge", "check"} <= {action for _what, action in rows}


def test_a_long_session_names_what_held_the_thread() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.long_session", "--tiny"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "kinds of step" in done.stdout.splitlines()[0]
