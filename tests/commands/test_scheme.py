"""``annotator scheme``: what it prints, what it changes and what it returns."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.notebooks import read_folder
from annotator.storage.schemes.scheme_lookup import scheme_of
from tests.support.paths import ROOT

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    shutil.copytree(ROOT / "sample_articles", folder)
    return folder


def run(folder: Path, *arguments: str) -> int:
    return main(["scheme", *arguments, str(folder)])


def files(folder: Path) -> dict[Path, bytes]:
    """Return all but what is hidden."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".tmp"))
    return {path: path.read_bytes() for path in found if ".annotator" not in path.parts}


def labels(folder: Path) -> set[str]:
    return {item.label for document in read_folder(folder) for item in document.annotations}


def test_a_preview_counts_and_writes_nothing(folder: Path, capsys: Printed) -> None:
    before = files(folder)
    assert run(folder, "rename", "label", "claim", "statement", "--dry-run") == 0
    assert files(folder) == before
    *examples, last = capsys.readouterr().out.splitlines()
    assert len(examples) == 3
    assert all(line.endswith(": claim → statement") for line in examples)
    assert last == "Scheme change: rename the label “claim” to “statement”: previewed, 58 annotations in 4 sidecars"


def test_a_label_is_renamed_and_taken_back(folder: Path, capsys: Printed) -> None:
    before = files(folder)
    assert run(folder, "rename", "label", "claim", "statement") == 0
    assert "statement" in labels(folder)
    assert "claim" not in labels(folder)
    assert scheme_of(folder)[0].label("statement")
    assert main(["check", str(folder)]) == 0
    assert run(folder, "undo") == 0
    assert capsys.readouterr().out.endswith("taken back, 4 sidecars\n")
    assert files(folder) == before
    assert run(folder, "undo") == 1


def test_what_could_not_be_put_back_is_named_and_the_change_stays_open(folder: Path, capsys: Printed) -> None:
    main(["scheme", "rename", "label", "claim", "statement", str(folder)])
    damaged = next(path for path in sorted(folder.glob("*.yaml")) if "annotations" in path.name)
    now = damaged.read_bytes()
    damaged.write_bytes(now + b"relations: [\n")
    capsys.readouterr()
    assert main(["scheme", "undo", str(folder)]) == 1
    assert main(["check", str(folder)]) == 1
    printed = capsys.readouterr().out
    assert damaged.name in printed
    assert "Mend them and take it back again" in printed
    assert "was interrupted here" in printed
    damaged.write_bytes(now)
    assert main(["scheme", "undo", str(folder)]) == 0


def test_it_is_told_as_json(folder: Path, capsys: Printed) -> None:
    assert run(folder, "merge", "choice", "claim.kind.event", "other", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["done"] == "changed"
    assert told["counts"]["annotations"] == 21
    assert told["examples"][0]["after"] == "claim (kind: other)"
    assert told["problems"] == []
    assert told["notes"] == []


def test_it_works_in_one_process_more_than_there_are_cores(capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        main(["scheme", "rename", "--help"])
    assert "one more than there are processor cores" in " ".join(capsys.readouterr().out.split())


def test_a_label_is_split(folder: Path, capsys: Printed) -> None:
    assert run(folder, "split", "source.kind", "--name", "person=person", "--name", "group=people") == 0
    assert {"person", "people", "source"} <= labels(folder)
    assert run(folder, "split", "claim.kind") == 0
    assert "claim-event" in labels(folder)
    assert "are not allowed for the new labels" in capsys.readouterr().out


def test_what_is_in_use_is_removed_only_with_a_word(folder: Path, capsys: Printed) -> None:
    before = files(folder)
    assert run(folder, "remove", "label", "source") == 1
    assert "Use --with-annotations or --keep." in capsys.readouterr().err
    assert files(folder) == before
    assert run(folder, "remove", "label", "source", "--keep") == 0
    assert "source" in labels(folder)
    printed = capsys.readouterr().out
    assert ": source stays\n" in printed
    assert printed.endswith("changed, 27 annotations kept, 29 relations kept in 4 sidecars\n")
    assert run(folder, "undo") == 0
    assert run(folder, "remove", "label", "source", "--with-annotations") == 0
    assert "source" not in labels(folder)


def test_what_nothing_says_is_removed_without_a_word_and_taken_back(folder: Path) -> None:
    before = files(folder)
    assert run(folder, "remove", "attribute", "source.link") == 0
    assert files(folder) != before
    assert run(folder, "undo") == 0
    assert files(folder) == before


def test_wrong_use_is_told(folder: Path, capsys: Printed) -> None:
    assert run(folder, "rename", "label", "nothing", "x") == 2
    assert run(folder, "split", "claim.kind", "--name", "event") == 2
    assert main(["scheme", "undo", str(folder / "nowhere")]) == 2
    assert run(folder, "rename", "label", "claim", "source") == 1
    assert "Merge the two" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(folder, "paint")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that cannot be caught")
@pytest.mark.parametrize("ending", ["resume", "undo"])
def test_a_change_that_was_killed_goes_on_or_is_taken_back(tmp_path: Path, capsys: Printed, ending: str) -> None:
    folder = tmp_path / "many"
    for number in range(15):
        shutil.copytree(ROOT / "sample_articles", folder / f"{number:02}")
    before = files(folder)
    command = [sys.executable, "-m", "annotator", "scheme", "rename", "label", "claim", "statement", str(folder)]
    killed = subprocess.Popen([*command, "--jobs", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not list(folder.glob("*/.annotator/history/*")) and killed.poll() is None:
        time.sleep(0.001)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert run(folder, "rename", "label", "figure", "number") == 1
    assert "was interrupted here" in capsys.readouterr().err
    assert main(["check", str(folder)]) == 1
    assert "was interrupted here" in capsys.readouterr().out
    assert run(folder, ending) == 0
    if ending == "resume":
        assert "claim" not in labels(folder)
        assert run(folder, "undo") == 0
    assert files(folder) == before
