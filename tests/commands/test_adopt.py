"""``annotator adopt``: what it prints, what it renames and what it returns."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from unicodedata import normalize

import pytest
import yaml

from annotator.cli import main
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.notebooks import read_folder
from annotator.storage.articles.article_reading import read_article
from annotator.storage.saving.history import keep, versions
from annotator.storage.saving.kept_texts import keep_text, kept_text
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar, sidecar_path
from tests.support.stories import bytes_below
from tests.support.unlistable import unlistable

TEXT = "Thousands leave Aleppo, the Red Cross said. The ferry runs every 30 minutes.\n"
WORDS = ("Thousands", "the Red Cross", "every 30 minutes")

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one annotated article, an earlier version of the sidecar, and the text that it was made on."""
    monkeypatch.chdir(tmp_path)
    annotate(tmp_path / "story.txt", TEXT)
    return tmp_path


def annotate(path: Path, text: str, annotator: str = "") -> Path:
    path.write_text(text, encoding="utf-8")
    article = read_article(path).article
    spans = {words: Span(text.index(words), text.index(words) + len(words)) for words in WORDS if words in text}
    items = {f"id{n}": Annotation(f"id{n}", "claim", span) for n, span in enumerate(spans.values())}
    sidecar = sidecar_path(path, annotator)
    sidecar.write_bytes(SidecarWriter().data(Document(article, MappingProxyType(items), annotator=annotator)))
    keep(sidecar, b"before", "2026-11-22T06:21:20Z")
    keep_text(path.parent, article)
    return sidecar


def is_at_home(article: Path, annotator: str = "") -> bool:
    """Whether the annotations are in the article's own sidecar, which names it, with their history and their text."""
    read = article.with_name(article.name)
    found = read_sidecar(sidecar_path(article, annotator), read_article(read).article)
    document = found.document
    assert f'  file: "{article.name}"\n'.encode() in found.data
    assert f"# Annotations of {article.name}. Made".encode() in found.data
    assert [document.words(item) for item in document.in_text_order()] == [w for w in WORDS if w in TEXT]
    assert [version.path.read_bytes() for version in versions(sidecar_path(article, annotator))] == [b"before"]
    assert kept_text(article.parent, document.article.sha256) == document.article.text
    return True


def test_where_every_sidecar_has_its_article_nothing_is_done(folder: Path, capsys: Printed) -> None:
    before = bytes_below(folder)
    assert main(["adopt", "."]) == 0
    assert capsys.readouterr() == ("Every sidecar has its article\n", "")
    assert bytes_below(folder) == before


@pytest.mark.parametrize(
    "name",
    ["tale.txt", "Story.txt", "story.md.txt", "a.annotations.txt", 'odd "name" \\ {x}, #.txt', "日本 👩‍👩‍👧.txt"],
)
def test_an_article_renamed_alone_gets_its_sidecar(folder: Path, capsys: Printed, name: str) -> None:
    (folder / "story.txt").rename(folder / name)
    assert main(["adopt", "."]) == 0
    renamed, ending = capsys.readouterr().out.splitlines()
    assert renamed.startswith("story.annotations.yaml: It was renamed to “")
    assert ", which has the same text." in renamed
    assert ending == "Adopted: 1; left: 0"
    assert not (folder / "story.annotations.yaml").exists()
    assert sorted(path.name for path in (folder / ".annotator" / "history").iterdir()) == [
        sidecar_path(folder / name).name
    ]
    assert main(["check", "."]) == 0


def test_all_of_it_goes_along(folder: Path) -> None:
    (folder / "story.txt").rename(folder / "tale.txt")
    assert main(["adopt", "."]) == 0
    assert is_at_home(folder / "tale.txt")


def test_the_sidecars_of_every_annotator_go_along(folder: Path) -> None:
    annotate(folder / "story.txt", TEXT, "alice")
    annotate(folder / "story.txt", TEXT, "Åsa Öst")
    (folder / "story.txt").rename(folder / "tale.md")
    assert main(["adopt", "."]) == 0
    assert is_at_home(folder / "tale.md")
    assert is_at_home(folder / "tale.md", "alice")
    assert is_at_home(folder / "tale.md", "Åsa Öst")


PLAN = """\
format: annotation-plan
version: 1
annotators: [alice, bob]
kept: 1
rounds:
- round: 1
  articles:
    "other.txt": [bob]
    "desk/story.txt": [alice, bob]
- round: 2
  articles:
    "desk/story.txt": [bob]
"""


def plan_of(folder: Path) -> list[dict[str, list[str]]]:
    """Articles and annotators of each round."""
    return [one["articles"] for one in yaml.safe_load((folder / ".annotator" / "plan.yaml").read_text())["rounds"]]


@pytest.fixture
def planned(folder: Path) -> Path:
    """A folder whose plan assigns an article of a folder in it to two, who have annotated it."""
    (folder / "desk").mkdir()
    annotate(folder / "desk" / "story.txt", TEXT, "alice")
    annotate(folder / "desk" / "story.txt", TEXT, "bob")
    (folder / ".annotator" / "plan.yaml").write_text(PLAN)
    return folder


@pytest.mark.parametrize(
    ("where", "path"), [("desk/tale.txt", "."), ("desk/tale.txt", "desk"), ("tale.md", "."), ("other.txt", ".")]
)
def test_the_plan_assigns_the_article_by_its_new_name(planned: Path, where: str, path: str) -> None:
    (planned / "desk" / "story.txt").rename(planned / where)
    (planned / "story.txt").unlink()
    (planned / "story.annotations.yaml").unlink()
    assert main(["adopt", path]) == 0
    names = ["bob", "alice"] if where == "other.txt" else ["alice", "bob"]
    assert plan_of(planned)[0][where] == names
    assert plan_of(planned)[1] == {where: ["bob"]}
    assert "kept: 1" in (planned / ".annotator" / "plan.yaml").read_text()


def test_the_plan_stays_where_the_article_of_the_old_name_is_there_or_it_cannot_be_read(planned: Path) -> None:
    for plan in (PLAN.replace("desk/story.txt", "story.txt"), "rounds: ["):
        (planned / ".annotator" / "plan.yaml").write_text(plan)
        (planned / "desk" / "story.txt").rename(planned / "desk" / "tale.txt")
        assert main(["adopt", "desk"]) == 0
        assert (planned / ".annotator" / "plan.yaml").read_text() == plan
        (planned / "desk" / "tale.txt").rename(planned / "desk" / "story.txt")
        assert main(["adopt", "desk"]) == 0


@pytest.mark.parametrize("name", ["story.md", "story.TXT", "Story.Txt"])
def test_another_suffix_or_case(folder: Path, name: str) -> None:
    (folder / "story.txt").rename(folder / name)
    assert main(["adopt", "."]) == 0
    assert is_at_home(folder / name)


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="the disk takes both for one name")
@pytest.mark.parametrize(("old", "new"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_accents_composed_otherwise(tmp_path: Path, old: str, new: str) -> None:
    annotate(tmp_path / f"{normalize(old, 'é')}.txt", TEXT)
    (tmp_path / f"{normalize(old, 'é')}.txt").rename(tmp_path / f"{normalize(new, 'é')}.txt")
    assert main(["adopt", str(tmp_path)]) == 0
    assert is_at_home(tmp_path / f"{normalize(new, 'é')}.txt")


def test_renamed_together_only_the_name_in_it_is_put_right(folder: Path, capsys: Printed) -> None:
    (folder / "story.txt").rename(folder / "tale.txt")
    (folder / "story.annotations.yaml").rename(folder / "tale.annotations.yaml")
    assert main(["check", "."]) == 1
    said = "tale.annotations.yaml:5: It names “story.txt”, but has the text of “tale.txt”. “annotator adopt” puts"
    assert said in capsys.readouterr().out
    assert main(["adopt", "."]) == 0
    assert "Its “file:” was put right, after “tale.txt”, which has the same text." in capsys.readouterr().out
    assert main(["check", "."]) == 0


def test_check_says_what_would_be_done_and_stats_and_exports_find_it(folder: Path, capsys: Printed) -> None:
    (folder / "done").mkdir()
    (folder / "story.txt").rename(folder / "done" / "tale.txt")
    before = bytes_below(folder)
    assert main(["check", "."]) == 1
    place = Path("done", "tale.annotations.yaml")
    assert f"has its text. “annotator adopt” renames it to “{place}”." in capsys.readouterr().out
    assert main(["stats", ".", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["annotations"] == 3
    assert main(["export", "jsonl", ".", "-o", "-"]) == 0
    assert "done/tale.txt" in capsys.readouterr().out
    assert [entry.path for entry in read_folder(".")] == ["done/tale.txt"]
    assert bytes_below(folder) == before


def test_moved_between_folders(folder: Path, capsys: Printed) -> None:
    (folder / "done").mkdir()
    (folder / "story.txt").rename(folder / "done" / "story.txt")
    assert main(["adopt", "."]) == 0
    assert f"renamed to “{Path('done', 'story.annotations.yaml')}”" in capsys.readouterr().out
    assert is_at_home(folder / "done" / "story.txt")
    assert not (folder / ".annotator" / "history").exists()


def test_a_sidecar_written_by_hand_keeps_its_comments_and_a_newer_one_its_keys(folder: Path) -> None:
    sha256 = read_article(folder / "story.txt").article.sha256
    about = f"{{sha256: {sha256}, file: story.txt, x: [file: y]}} # file: a"
    text = f"# mine\nformat: annotator\nversion: 7\narticle: {about}\n"
    (folder / "story.annotations.yaml").write_text(text, encoding="utf-8")
    (folder / "story.txt").rename(folder / "tale.txt")
    assert main(["adopt", "."]) == 0
    wanted = text.replace("story.txt", '"tale.txt"')
    assert (folder / "tale.annotations.yaml").read_text("utf-8") == wanted


def test_an_article_in_another_encoding_is_known_by_it(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Привет, мир. ".encode("koi8-r"))
    article = read_article(folder / "a.txt", "koi8-r").article
    sidecar = folder / "a.annotations.yaml"
    sidecar.write_bytes(SidecarWriter().data(Document(article, encoding="koi8-r")))
    (folder / "a.txt").rename(folder / "b.txt")
    assert main(["adopt", "."]) == 0
    assert (folder / "b.annotations.yaml").exists()


def test_a_dry_run_writes_nothing(folder: Path, capsys: Printed) -> None:
    (folder / "story.txt").rename(folder / "tale.txt")
    before = bytes_below(folder)
    assert main(["adopt", ".", "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "story.annotations.yaml: It is to be renamed to “tale.annotations.yaml”, after “tale.txt”, "
        "which has the same text.",
        "To be adopted: 1; left: 0",
    ]
    assert bytes_below(folder) == before


def test_of_two_articles_with_its_text_none_is_guessed(folder: Path, capsys: Printed) -> None:
    (folder / "b.txt").write_text(TEXT, "utf-8")
    (folder / "story.txt").rename(folder / "a.txt")
    before = bytes_below(folder)
    assert main(["adopt", "."]) == 1
    assert "“a.txt” and “b.txt” have its text. Choose with “annotator adopt" in capsys.readouterr().out
    assert bytes_below(folder) == before
    assert main(["adopt", "story.annotations.yaml", "--to", "b.txt"]) == 0
    assert is_at_home(folder / "b.txt")


def test_of_two_sidecars_for_one_article_none_is_guessed(folder: Path, capsys: Printed) -> None:
    (folder / "other.annotations.yaml").write_bytes((folder / "story.annotations.yaml").read_bytes())
    (folder / "story.txt").rename(folder / "tale.txt")
    before = bytes_below(folder)
    assert main(["adopt", "."]) == 1
    assert capsys.readouterr().out.count("more than one sidecar is of “tale.txt”") == 2
    assert bytes_below(folder) == before


def test_nothing_is_written_over_a_sidecar_that_is_there(folder: Path, capsys: Printed) -> None:
    (folder / "story.txt").rename(folder / "tale.txt")
    annotate(folder / "tale.txt", TEXT.replace("ferry", "tram"))
    (folder / "tale.txt").write_text(TEXT, "utf-8")
    before = bytes_below(folder)
    assert main(["adopt", "."]) == 1
    assert "no article here has its text" in capsys.readouterr().out
    assert main(["adopt", "story.annotations.yaml", "--to", "tale.txt"]) == 1
    assert "tale.annotations.yaml is there already; nothing is written over it." in capsys.readouterr().out
    assert bytes_below(folder) == before


def test_where_the_text_has_changed_too_it_is_offered_with_verdicts(folder: Path, capsys: Printed) -> None:
    (folder / "story.txt").unlink()
    (folder / "tale.txt").write_text("Late news. " + TEXT.replace(" every 30 minutes", ""), "utf-8")
    (folder / "zebra.txt").write_text("Nothing of the kind was said here.\n", "utf-8")
    before = bytes_below(folder)
    assert main(["adopt", "."]) == 1
    said = capsys.readouterr().out
    assert "With another text it may be “tale.txt” (2 same, 1 lost). Choose with" in said
    assert "zebra" not in said
    assert bytes_below(folder) == before
    assert main(["adopt", "story.annotations.yaml", "--to", "tale.txt"]) == 0
    assert "after “tale.txt”, as was chosen" in capsys.readouterr().out
    assert main(["reanchor", "."]) == 1
    assert "tale.annotations.yaml: 2 same, 1 lost" in capsys.readouterr().out


def test_another_suffix_and_another_text(folder: Path, capsys: Printed) -> None:
    (folder / "story.txt").unlink()
    (folder / "story.md").write_text("All anew.\n", "utf-8")
    assert main(["adopt", "."]) == 1
    assert "it may be “story.md” (3 lost)" in capsys.readouterr().out
    assert main(["adopt", "story.annotations.yaml", "--to", "story.md"]) == 0
    assert main(["adopt", "."]) == 0


def test_a_copy_for_an_article_that_has_its_own_is_no_matter(folder: Path, capsys: Printed) -> None:
    (folder / "backup.annotations.yaml").write_bytes((folder / "story.annotations.yaml").read_bytes())
    assert main(["adopt", "."]) == 1
    assert "backup.annotations.yaml: " in capsys.readouterr().out
    assert main(["adopt", "story.txt"]) == 0


def test_a_link_is_left_alone(folder: Path, capsys: Printed) -> None:
    elsewhere = folder / ".elsewhere.yaml"
    (folder / "story.annotations.yaml").rename(elsewhere)
    (folder / "story.annotations.yaml").symlink_to(elsewhere)
    (folder / "story.txt").rename(folder / "tale.txt")
    before = bytes_below(folder)
    assert main(["adopt", "."]) == 1
    assert "It is a link to a file elsewhere; rename it by hand." in capsys.readouterr().out
    assert bytes_below(folder) == before


def test_as_json(folder: Path, capsys: Printed) -> None:
    annotate(folder / "lost.txt", "Nobody knows.\n")
    (folder / "lost.txt").unlink()
    (folder / "story.txt").rename(folder / "tale.txt")
    assert main(["adopt", ".", "--json"]) == 1
    adopted = {
        "sidecar": "story.annotations.yaml",
        "named": "story.txt",
        "article": "tale.txt",
        "renamed_to": "tale.annotations.yaml",
        "done": True,
    }
    left = {"sidecar": "lost.annotations.yaml", "named": "lost.txt", "candidates": []}
    assert json.loads(capsys.readouterr().out) == {"adopted": [adopted], "left": [left], "problems": []}


def test_wrong_use(folder: Path, capsys: Printed) -> None:
    assert main(["adopt", "nowhere"]) == 2
    assert main(["adopt", ".", "--to", "story.txt"]) == 2
    assert "--to takes an article, and needs one sidecar" in capsys.readouterr().err


def test_a_link_is_not_followed_out_of_the_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, capsys: Printed
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    annotate(outside / "theirs.txt", TEXT.replace("ferry", "tram"))
    (outside / "theirs.txt").rename(outside / "renamed.txt")
    (folder / "out").symlink_to(outside)
    (folder / "story.txt").rename(outside / "moved.txt")
    (folder / "linked.txt").symlink_to(outside / "moved.txt")
    before = bytes_below(outside), bytes_below(folder)
    assert main(["adopt", "."]) == 1
    assert "no article here has its text" in capsys.readouterr().out
    assert (bytes_below(outside), bytes_below(folder)) == before


def test_a_folder_that_cannot_be_listed_is_told(folder: Path, capsys: Printed) -> None:
    (folder / "closed").mkdir()
    with unlistable(folder / "closed"):
        assert main(["adopt", "."]) == 1
        out = capsys.readouterr().out.splitlines()
        assert main(["adopt", "--json", "closed"]) == 1
        (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert out == [
        "closed: You are not allowed to read it: change its permissions and try again.",
        "Every other sidecar has its article",
    ]
    assert problem["file"] == "closed"


def test_what_a_killed_run_left_is_cleared(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from annotator.storage.files.temporary_names import temporary_beside\n"
    )
    code += "temporary_beside(Path(sys.argv[1])).touch()"
    subprocess.run([sys.executable, "-c", code, folder / ".annotator" / "texts" / "x"], check=True)
    (folder / "story.txt").rename(folder / "tale.txt")
    assert main(["adopt", "--dry-run", "."]) == 0
    assert [*folder.rglob("*.tmp")]
    assert main(["adopt", "."]) == 0
    assert [*folder.rglob("*.tmp")] == []
