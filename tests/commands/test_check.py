"""``annotator check``: what it prints and what it returns."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from annotator.commands.check import check
from tests.support.signed.articles import draft, write_signed

GOOD = """\
format: annotator
version: 1
article: {file: story.txt}
status: done
annotations:
- {id: a, label: claim, start: 0, end: 9, text: Thousands}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with an article and its sidecar."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text("Thousands leave Aleppo.\n", encoding="utf-8")
    (tmp_path / "story.annotations.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def run(*paths: str, as_json: bool = False) -> int:
    return check([Path(path) for path in paths], as_json=as_json)


def test_without_problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(".") == 0
    assert capsys.readouterr() == ("No problems in 1 sidecar\n", "")


def test_a_line_for_each_problem_and_a_count(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "story.annotations.bob.yaml").write_text(
        GOOD.replace("claim", "odd").replace("9", "99"), encoding="utf-8"
    )
    (folder / "story.annotations.yaml").write_text("a: b: c", encoding="utf-8")
    assert run(".") == 1
    assert capsys.readouterr().out.splitlines() == [
        "story.annotations.bob.yaml:6: The annotation “a” ends at 99, but the article has 24 characters.",
        "story.annotations.bob.yaml:6: The scheme has no label “odd”.",
        "story.annotations.yaml:1: It is not valid YAML: mapping values are not allowed in this context.",
        "3 problems in 2 sidecars",
    ]


def test_keys_of_values_that_are_a_labels_are_listed_with_their_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scheme = (
        "format: annotation-scheme\nversion: 1\nid: own\nlabels:\n- id: claim\n  attributes:\n    verdict:\n"
        "      choices: [good, bad]\n      keys: {good: v 1, bad: w 1}\n- {id: verb, key: V}\n"
    )
    (folder / "scheme.yaml").write_text(scheme, encoding="utf-8")
    assert run(".") == 1
    said = (
        "scheme.yaml:9: The key “v” is that of the label “verb”: the keys of “verdict” that begin with it do nothing."
    )
    assert capsys.readouterr().out.splitlines() == [said, "1 problem in 1 sidecar"]
    (folder / "scheme.yaml").write_text(scheme.replace("key: V", "key: x"), encoding="utf-8")
    assert run(".") == 0


SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim
  attributes:
    verdict: {choices: [good, bad, odd], keys: {good: n 1, bad: 2 1, odd: l 1}}
- id: source
relations:
- id: said_by
  from: claim
  to: source
  attributes:
    how: {choices: [loud], keys: {loud: h 1}}
article:
  attributes:
    tone: {choices: [glad], keys: {glad: t 1}}
"""


def test_keys_that_the_program_needs_and_those_of_no_label_are_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    assert run(".") == 1
    assert capsys.readouterr().out.splitlines() == [
        "scheme.yaml:7: The program needs the key “n”: the keys of “verdict” that begin with it do nothing.",
        "scheme.yaml:7: The key “2” is that of the label “source”: "
        "the keys of “verdict” that begin with it do nothing.",
        "scheme.yaml:14: Keys for values are of attributes of labels: those of “how” do nothing.",
        "scheme.yaml:17: Keys for values are of attributes of labels: those of “tone” do nothing.",
        "4 problems in 1 sidecar",
    ]


def test_guidelines_that_cannot_be_shown_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    guidelines = folder / "guidelines.md"
    guidelines.write_bytes(b"# Claim\n\xff\n")
    assert run(".") == 1
    assert capsys.readouterr().out.startswith("guidelines.md:2: It is not UTF-8. Save it as UTF-8.\n1 problem")
    guidelines.write_bytes(b"a\n\n" * 200_000)
    assert run("story.txt") == 1
    assert "guidelines.md:1: " in capsys.readouterr().out
    guidelines.write_text("# Claim", "utf-8")
    assert run(".") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_guidelines_that_are_a_link_out_of_the_folder_are_listed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.md"
    outside.write_text("# Secret", "utf-8")
    (folder / "guidelines.md").symlink_to(outside)
    assert run(".") == 1
    assert capsys.readouterr().out.startswith("guidelines.md:1: It is a link")


def test_one_problem_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "story.annotations.yaml").write_text("a", encoding="utf-8")
    assert run("story.txt") == 1
    assert capsys.readouterr().out.endswith("1 problem in 1 sidecar\n")


def test_json_is_one_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(".", as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": [], "sidecars": 1, "signed": []}
    (folder / "story.annotations.yaml").write_text(GOOD.replace("claim", "odd"), encoding="utf-8")
    assert run(".", as_json=True) == 1
    assert json.loads(capsys.readouterr().out) == {
        "problems": [{"file": "story.annotations.yaml", "line": 6, "problem": "The scheme has no label “odd”."}],
        "sidecars": 1,
        "signed": [],
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such names")
def test_json_has_names_as_they_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "line\nbreak\x9b \udce9.annotations.yaml"
    (folder / name).touch()
    assert run(name, as_json=True) == 1
    printed = capsys.readouterr().out
    assert printed.isascii()
    assert json.loads(printed)["problems"][0]["file"] == name


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("missing", "missing: There is no such file or folder."),
        ("a\nb", r"a\nb: There is no such file or folder."),
        ("other.pdf", "other.pdf: It is neither a folder, an article, a sidecar nor a scheme.yaml."),
    ],
)
def test_wrong_use_is_said_before_anything_is_read(
    folder: Path, path: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other.pdf").touch()
    assert run(".", path) == 2
    assert capsys.readouterr() == ("", f"annotator check: {sentence}\n")


def test_nothing_is_written(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    run(".")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_what_is_signed_is_told_by_whom_and_how_much_is_open_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_signed(folder, "alice", "bob")
    assert run("storm.txt") == 0
    assert capsys.readouterr().out.splitlines() == [
        "storm.annotations.yaml: signed by alice, bob, round 1; 6 of 6 facts signed, 0 open again",
        "No problems in 1 sidecar",
    ]
    path.write_text(draft(), "utf-8")
    assert run("storm.txt") == 1
    lines = capsys.readouterr().out.splitlines()
    told = [line.partition(": ")[2] for line in lines if "was signed by" in line]
    assert told == [
        f"Another text than the present one was signed by “{by}”; 3 of 6 facts are open again."
        for by in ("alice", "bob")
    ]
    assert lines[-2] == (
        "storm.annotations.yaml: signed by alice, bob, round 1; 3 of 6 facts signed, 3 open again; "
        "another text than the present one"
    )
    assert run("storm.txt", as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["signed"] == [
        {
            "path": "storm.annotations.yaml",
            "by": ["alice", "bob"],
            "round": 1,
            "same_text": False,
            "facts": 6,
            "signed": 3,
            "reopened": 3,
        }
    ]
