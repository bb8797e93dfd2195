"""``annotator import``: what it writes, prints and returns."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.storage.program.resources import samples
from tests.interop.articles.drafts.test_evidence import FULL
from tests.interop.articles.drafts.word_shapes import written
from tests.support.interruptible import run_interruptible


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The current folder, with an export of the sample articles."""
    shutil.copytree(samples(), tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    assert main(["export", "jsonl", "articles", "-o", "in.jsonl"]) == 0
    capsys.readouterr()
    return tmp_path


def test_annotations_come_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "jsonl", "in.jsonl", "-o", "back", "--strict"]) == 0
    assert capsys.readouterr().out == "Imported from JSON lines: 4 documents, 182 annotations and 116 relations.\n"
    for path in (folder / "articles").glob("*.annotations.yaml"):
        assert (folder / "back" / path.name).read_bytes() == path.read_bytes()


def test_they_come_in_under_another_name_beside_ones_own(folder: Path) -> None:
    assert main(["import", "jsonl", "in.jsonl", "-o", "articles", "--annotator", "model"]) == 0
    own = (folder / "articles" / "night-market.annotations.yaml").read_text("utf-8")
    theirs = (folder / "articles" / "night-market.annotations.model.yaml").read_text("utf-8")
    assert theirs == own.replace("scheme:", 'annotator: "model"\nscheme:', 1)


def test_what_is_there_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "jsonl", "in.jsonl", "-o", "articles", "--strict"]) == 1
    assert "4 documents left out: its annotator has annotations of this article already" in capsys.readouterr().out


def test_labels_are_mapped(folder: Path) -> None:
    (folder / "map.yaml").write_text("labels:\n  claim: source\n  part:\n", encoding="utf-8")
    assert main(["import", "jsonl", "in.jsonl", "-o", "back", "--map", "map.yaml"]) == 0
    text = (folder / "back" / "night-market.annotations.yaml").read_text("utf-8")
    assert "label: claim" not in text
    assert "label: part" not in text
    assert "label: source" in text


def test_a_broken_file_is_told_with_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / "in.jsonl").open("a") as file:
        file.write('{"format": ')
    assert main(["import", "jsonl", "in.jsonl", "-o", "back", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [(problem["file"], problem["line"]) for problem in report["problems"]] == [("in.jsonl", 5)]
    assert report["documents"] == 4
    assert len([*(folder / "back").glob("*.annotations*.yaml")]) >= 1


def test_articles_come_in_from_a_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rows.csv").write_text('name,words\na,"One, two 👩"\nb,Three\n', encoding="utf-8")
    assert main(["import", "table", "rows.csv", "-o", "new", "--text-column", "words", "--name-column", "name"]) == 0
    assert capsys.readouterr().out.startswith("Imported 2 articles.\n")
    assert (folder / "new" / "a.txt").read_text("utf-8").strip() == "One, two 👩"
    assert (folder / "new" / "b.annotations.yaml").exists()


def test_articles_of_any_kind_come_in_from_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mixed").mkdir()
    (folder / "mixed" / "rows.jsonl").write_text('{"id": "a", "text": "One two three"}\n', encoding="utf-8")
    (folder / "mixed" / "letter.eml").write_bytes(b"Subject: Hello\nFrom: a@example.org\n\nDear all,\n")
    assert main(["import", "articles", "mixed", "-o", "new"]) == 0
    assert capsys.readouterr().out.startswith("Imported 2 articles.\n")
    assert "Dear all," in " ".join(path.read_text("utf-8") for path in (folder / "new").glob("*.txt"))


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_a_killed_import_left_is_removed_and_the_rest_comes_in_the_next_time(tmp_path: Path) -> None:
    source, target = tmp_path / "many.jsonl", tmp_path / "target"
    target.mkdir()
    mark = {"id": "a", "label": "claim", "start": 0, "end": 9, "text": "Thousands"}
    head = {"format": "annotator-jsonl", "version": 1, "annotations": [mark]}
    lines = [json.dumps(head | {"path": f"{number}.txt", "text": f"Thousands {number}."}) for number in range(300)]
    source.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "annotator", "import", "jsonl", str(source), "-o", str(target)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None and len(list(target.glob("*.txt"))) < 30:
            pass
        running.kill()
    assert len(list(target.glob("*.txt"))) < 300
    sidecars = {path.name.removesuffix(".annotations.yaml") for path in target.glob("*.annotations.yaml")}
    assert sidecars <= {path.stem for path in target.glob("*.txt")}
    assert main(["import", "jsonl", str(source), "-o", str(target)]) == 0
    assert main(["check", str(target)]) == 0
    assert len(list(target.glob("*.annotations.yaml"))) == len(list(target.glob("*.txt"))) == 300
    assert list(target.rglob(".annotator-*.tmp")) == []


def test_ctrl_c_leaves_nothing(folder: Path) -> None:
    (folder / "rows.csv").write_text("name,text\na,One\nb,Two\n", encoding="utf-8")
    program = (
        "import os, signal, sys\n"
        "from annotator import cli\n"
        "from annotator.commands import importing\n"
        "now = importing.now\n"
        "importing.now = lambda: os.kill(os.getpid(), signal.SIGINT) if os.path.exists('new') else now()\n"
        "sys.exit(cli.main(['import', 'articles', 'rows.csv', 'in.jsonl', '-o', 'new', '--text-column', 'text']))"
    )
    done = run_interruptible(program, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (128 + signal.SIGINT, "", "")
    assert [path.name for path in (folder / "new").glob("*.*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("arguments", "about"),
    [
        (["nothing", "in.jsonl", "-o", "x"], "It cannot be imported. There are articles, jsonl,"),
        (["in.jsonl", "in.jsonl", "-o", "x"], "Name the format before it, “articles” for articles of any kind."),
        (["tei", "in.jsonl", "-o", "x"], "It cannot be imported"),
        (["Hypothesis", "in.jsonl", "-o", "x"], "Say “web-annotation”, which reads its files."),
        (["recogito", "in.jsonl", "-o", "x"], "Say “web-annotation”, which reads its files."),
        (["jsonl", "nowhere", "-o", "x"], "nowhere: There is no such file or folder."),
        (["jsonl", "in.jsonl"], "Say with -o into which folder"),
        (["jsonl", "in.jsonl", "-o", "in.jsonl"], "It is a file, not a folder."),
        (["jsonl", "in.jsonl", "-o", "-"], "becomes files in a folder and cannot be printed"),
        (["jsonl", "in.jsonl", "-o", "x", "--annotator", "a/b"], "cannot be an annotator's name"),
        (["jsonl", "in.jsonl", "-o", "x", "--map", "nowhere.yaml"], "nowhere.yaml: It is not there"),
        (["articles", "empty", "-o", "x"], "There is nothing in it that can be imported"),
    ],
)
def test_what_makes_no_sense_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], about: str
) -> None:
    (folder / "empty").mkdir()
    assert main(["import", *arguments]) == 2
    assert about in capsys.readouterr().err
    assert not (folder / "x").exists()


PARAGRAPHS = "".join(
    f"<p>{number} people of the harbour town told us on Monday what the wall had cost, and what it had held.</p>"
    for number in ("Twelve", "Thirteen", "Fourteen")
)
MENU = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("News", "Sport", "Weather"))


@pytest.fixture
def web_page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><body><nav><ul>{MENU}</ul></nav><article><h1>The wall</h1>{PARAGRAPHS}</article></body></html>", "utf-8"
    )
    return path


def test_a_page_without_its_navigation_has_lost_nothing(web_page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "html", str(web_page), "--strict"]) == 0
    told = "page.html: 3 paragraphs of navigation and other page parts were left out.\n"
    assert capsys.readouterr().out == f"Imported 1 article.\n{told}"


@pytest.mark.parametrize("option", ["--page-parts", "--furniture"])
def test_page_parts_are_kept_on_demand_by_the_older_name_too(web_page: Path, option: str) -> None:
    assert main(["import", "html", str(web_page), option]) == 0
    assert "News" in web_page.with_name("The wall.txt").read_text("utf-8")


def test_the_help_names_page_parts_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["import", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "--page-parts keep navigation and other page parts" in said
    assert "furniture" not in said


@pytest.mark.parametrize(("option", "count"), [([], 0), (["--links", "all"], 20), (["--links", "none"], 0)])
def test_links_of_a_draft_are_evidence_by_choice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: list[str], count: int
) -> None:
    (tmp_path / "draft.docx").write_bytes(written(FULL))
    main(["import", "docx", str(tmp_path / "draft.docx"), *option, "--strict"])
    assert (tmp_path / "draft.annotations.yaml").read_text("utf-8").count("link: ") == count
    assert "20 links" in capsys.readouterr().out
