"""``annotator export`` and ``annotator formats``: what they write, print and return."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.storage.program.resources import samples
from tests.support.interruptible import run_interruptible
from tests.support.paths import ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the sample articles in it."""
    shutil.copytree(samples(), tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_it_writes_the_file_and_says_how_much(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "jsonl", "articles", "-o", "out.jsonl"]) == 0
    assert capsys.readouterr() == ("Exported as JSON lines: 4 documents, 182 annotations and 116 relations.\n", "")
    assert next(record["path"] for record in lines_of(folder / "out.jsonl")) == "aleppo-evacuation.txt"


def test_what_is_there_is_replaced_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out.jsonl").write_text("mine")
    assert main(["export", "jsonl", "articles", "-o", "out.jsonl"]) == 2
    assert "There is something already" in capsys.readouterr().err
    assert (folder / "out.jsonl").read_text() == "mine"
    assert main(["export", "jsonl", "articles", "-o", "out.jsonl", "--replace"]) == 0
    assert len(lines_of(folder / "out.jsonl")) == 4


def test_labels_annotators_and_statuses_are_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["export", "jsonl", "articles", "-o", "-", "--label", "figure", "--annotator", "", "--status", "done"]
    assert main(arguments) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert records
    assert {item["label"] for record in records for item in record["annotations"]} == {"figure"}
    assert {record["status"] for record in records} == {"done"}


def test_final_versions_are_those_of_gold(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sidecar = folder / "articles" / "night-market.annotations.yaml"
    gold = sidecar.read_text("utf-8").replace("scheme:", 'annotator: "gold"\nscheme:')
    sidecar.with_name("night-market.annotations.gold.yaml").write_text(gold, encoding="utf-8")
    assert main(["export", "jsonl", "articles", "-o", "-", "--gold"]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (record["path"], record["annotator"]) == ("night-market.txt", "gold")


def test_a_pipe_gets_the_export_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "jsonl", "articles/bus-fares.txt", "articles/night-market.txt", "-o", "-"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err == "Exported as JSON lines: 1 document, 15 annotations and 6 relations.\n"


def test_splits_are_fixed_by_the_seed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def split(seed: str) -> list[str]:
        assert main(["export", "jsonl", "articles", "-o", "-", "--split", "50,25,25", "--seed", seed]) == 0
        return [json.loads(line)["split"] for line in capsys.readouterr().out.splitlines()]

    assert split("1") == split("1")
    assert sorted(split("1")) == ["dev", "test", "train", "train"]
    assert len({tuple(split(str(seed))) for seed in range(8)}) > 1


def test_a_file_that_cannot_be_read_is_said_and_the_rest_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "articles" / "night-market.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    assert main(["export", "jsonl", "articles", "-o", "out.jsonl"]) == 1
    assert capsys.readouterr().out.startswith("articles/night-market.annotations.yaml:1: It is not valid YAML")
    assert len(lines_of(folder / "out.jsonl")) == 3


def test_losses_are_told_and_strict_makes_them_an_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = folder / "articles" / "night-market.txt"
    text = article.read_text("utf-8")
    article.write_text(text[: len(text) // 2], encoding="utf-8")
    arguments = ["export", "jsonl", "articles/night-market.txt", "-o", "out.jsonl", "--replace"]
    assert main(arguments) == 0
    assert "annotations left out: its article has changed, and its new place is not settled: night-market.txt " in (
        capsys.readouterr().out
    )
    assert main([*arguments, "--strict", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["documents"] == 1
    assert report["annotations"] == 15 - sum(1 for loss in report["losses"] if loss["kind"] == "annotation")
    assert {loss["path"] for loss in report["losses"]} == {"night-market.txt"}
    for loss in report["losses"]:
        if loss["kind"] == "annotation":
            assert text[loss["start"] :].startswith(loss["words"])


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        (["nothing", "articles", "-o", "x"], "There is no such format. There are jsonl,"),
        (["articles", "articles", "-o", "x"], "articles: It is no format but a file or folder."),
        (["jsonl", "nowhere", "-o", "x"], "nowhere: There is no such file or folder."),
        (["jsonl", __file__, "-o", "x"], "neither a folder, an article nor a sidecar"),
        (["csv", "articles", "-o", "-"], "is a folder of files and cannot be printed"),
        (["brat", "articles", "-o", "x", "--without-text"], "cannot go without the articles' texts"),
        (["brat", "articles", "-o", "x", "--unit", "utf-16"], "counts in code-points only"),
        (["jsonl", "articles", "-o", "articles"], "It is a folder, but this format is one file."),
        (["jsonl", "articles", "-o", "no/such/folder/x"], "no longer there"),
    ],
)
def test_what_makes_no_sense_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], about: str
) -> None:
    assert main(["export", *arguments]) == 2
    assert about in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == ["articles"]


@pytest.mark.parametrize("shares", ["80", "80,10,20", "a,b,c", "-10,60,50"])
def test_shares_make_a_hundred(folder: Path, capsys: pytest.CaptureFixture[str], shares: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "jsonl", "articles", "-o", "x", f"--split={shares}"])
    assert ended.value.code == 2
    assert "is not three whole numbers that make 100" in capsys.readouterr().err


def test_ctrl_c_leaves_nothing(folder: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from annotator import cli\n"
        "from annotator.interop.formats import jsonl\n"
        "jsonl.document_record = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(cli.main(['export', 'jsonl', 'articles', '-o', 'out.jsonl']))"
    )
    done = run_interruptible(program, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "")
    assert sorted(path.name for path in folder.iterdir()) == ["articles"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals")
def test_on_a_terminal_it_shows_how_far_it_has_come(folder: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    program = "import sys; from annotator.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "export", "jsonl", "articles", "-o", "-"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "120"}
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        shown = terminal.read1(65536).decode()
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 4
    assert "Exporting" in shown
    assert "/4" in shown


def test_neither_qt_nor_a_display_is_needed(folder: Path) -> None:
    program = (
        "import sys; from annotator.cli import main\n"
        "code = main(['export', 'jsonl', 'articles', '-o', 'out.jsonl'])\n"
        "assert not [name for name in sys.modules if 'PySide' in name or 'rich' in name], sys.modules\n"
        "sys.exit(code)"
    )
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_formats_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formats"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert any(row.startswith("jsonl ") for row in rows)
    assert any(row.startswith("html ") for row in rows)
    assert main(["formats", "--json"]) == 0
    values = json.loads(capsys.readouterr().out)
    names = [format["name"] for format in values["annotations"]]
    assert len(names) == len({*names}) >= 15
    jsonl = values["annotations"][0]
    assert (jsonl["name"], jsonl["export"], jsonl["import"], jsonl["without_text"]) == ("jsonl", True, True, True)
    assert jsonl["units"] == ["code-points", "utf-16", "utf-8"]


SHOUT = """\
from annotator.interop.format import Format
def write(entries, output, options, report):
    with output.text() as file:
        file.writelines(entry.text.upper() for entry in entries)
FORMAT = Format("shout", "Shouting", ".txt", frozenset(), write)
"""


def with_package(folder: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command where a package is installed that names a format."""
    package = folder / "packages"
    about = package / "shout-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[annotator.formats]\nshout = shout:FORMAT\n")
    (package / "shout.py").write_text(code)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(package)])}
    program = "import sys; from annotator.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("code", "about"),
    [
        ("1 / 0", "fails: ZeroDivisionError"),
        ("FORMAT = 3", "is no annotator.interop.format.Format"),
        (SHOUT.replace('"shout"', '"jsonl"'), "has a name of ours"),
    ],
)
def test_a_third_party_that_is_broken_does_no_harm(folder: Path, code: str, about: str) -> None:
    done = with_package(folder, code, "formats")
    assert done.returncode == 0
    assert "jsonl " in done.stdout
    assert about in done.stderr


def test_a_third_party_adds_a_format(folder: Path) -> None:
    done = with_package(folder, SHOUT, "export", "shout", "articles/night-market.txt", "-o", "out.txt")
    assert done.returncode == 0, done.stderr
    text = (folder / "articles" / "night-market.txt").read_text("utf-8")
    assert (folder / "out.txt").read_text("utf-8") == text.upper()
    assert "6 relations left out: the format has no relations" in done.stdout


CELLS: list[tuple[list[str], str]] = [([], "'=1+1"), (["--safe-cells"], "'=1+1"), (["--raw-cells"], "=1+1")]


def test_cells_are_safe_for_spreadsheets_unless_raw_ones_are_wanted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claim = {"id": "aaaaaa", "label": "claim", "start": 0, "end": 3, "note": "=1+1"}
    record = {"format": "annotator-jsonl", "version": 1, "path": "a.txt", "text": "One text.\n"}
    (folder / "in.jsonl").write_text(json.dumps(record | {"annotations": [claim], "relations": []}))
    assert main(["import", "jsonl", "in.jsonl", "-o", "new"]) == 0
    capsys.readouterr()
    for number, (more, cell) in enumerate(CELLS):
        assert main(["export", "csv", "new", "-o", f"out{number}", *more]) == 0
        assert ("An apostrophe was put before" in capsys.readouterr().out) is cell.startswith("'")
        data = (folder / f"out{number}" / "claim.csv").read_bytes()
        assert f",{cell},".encode() in data
        assert data.startswith(b"\xef\xbb\xbf") is cell.startswith("'")


@pytest.mark.parametrize("format", ["jsonl", "prodigy", "doccano"])
def test_only_sentences_that_are_read_or_annotated(
    folder: Path, capsys: pytest.CaptureFixture[str], format: str
) -> None:
    text = "It stops. It goes on. Nobody waits."
    (folder / "articles" / "tram.txt").write_text(text, "utf-8")
    sidecar = f"""format: annotator
version: 1
article: {{file: tram.txt, sha256: {sha256(text.encode()).hexdigest()}, length: {len(text)}}}
read: [[0, 9]]
annotations:
- {{id: a, label: claim, start: 10, end: 20, text: It goes on}}
"""
    (folder / "articles" / "tram.annotations.yaml").write_text(sidecar, "utf-8")
    assert main(["export", format, "articles/tram.txt", "-o", "-", "--read-sentences"]) == 0
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["text"] for record in out] == ["It stops.", "It goes on."]
