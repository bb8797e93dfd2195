"""The problems below a folder, each with its line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.corpus.checking.problems import Check
from annotator.corpus.summary import NEWER
from annotator.model.annotation import Annotation
from annotator.model.span import Span

Annotated = Callable[..., Path]
OTHER = "format: annotation-scheme\nversion: 1\nid: other\nlabels:\n- id: figure\n"
HEAD = "format: annotator\nversion: 1\narticle: {file: story.txt}\nstatus: done\n"


def told(path: Path) -> list[str]:
    """The problems as they are printed, paths cut down to the names."""
    return [str(problem).removeprefix(str(problem.path.parent))[1:] for problem in Check().below(path)]


def test_a_folder_without_problems(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    annotated(folder / "story.txt", annotator="alice")
    check = Check()
    assert list(check.below(folder)) == []
    assert (check.sidecars, check.problems) == (2, 0)


def test_a_copy_that_a_sync_service_left_is_told(folder: Path, annotated: Annotated) -> None:
    data = annotated(folder / "story.txt").read_bytes()
    alices = annotated(folder / "story.txt", annotator="alice").read_bytes()
    (folder / "story.annotations (Copie en conflit de Jan 2026-11-28).yaml").write_bytes(data)
    (folder / "story 2.annotations.yaml").write_bytes(data)
    (folder / "story.annotations.alice (1).yaml").write_bytes(alices)
    check = Check()
    assert sorted((problem.path.name, problem.sentence.split(" that ")[0]) for problem in check.below(folder)) == [
        ("story 2.annotations.yaml", "It is a second version of story.annotations.yaml"),
        (
            "story.annotations (Copie en conflit de Jan 2026-11-28).yaml",
            "It is a second version of story.annotations.yaml",
        ),
        ("story.annotations.alice (1).yaml", "It is a second version of story.annotations.alice.yaml"),
    ]
    assert check.sidecars == 2


def test_every_problem_of_a_sidecar_in_its_line(folder: Path) -> None:
    (folder / "story.annotations.yaml").write_text(
        HEAD.replace("done", "half")
        + "annotations:\n"
        + "- id: a\n  label: claim\n  start: 0\n  end: 9\n  text: Thousands\n"
        + "  attributes:\n    kind: event\n    odd: 1\n"
        + "- id: b\n  label: fact\n  start: 10\n  end: 15\n  text: leaves\n"
        + "- id: c\n  label: claim\n  start: 0\n  end: 9\n  text: Thousands\n"
        + "- id: d\n  label: claim\n  start: 90\n  end: 99\n  text: nowhere\n"
        + "relations:\n- id: r\n  type: via\n  from: a\n  to: z\n",
        encoding="utf-8",
    )
    assert told(folder) == [
        "story.annotations.yaml:4: There is no status “half”.",
        "story.annotations.yaml:13: The label “claim” has no attribute “odd” in the scheme.",
        "story.annotations.yaml:15: The scheme has no label “fact”.",
        "story.annotations.yaml:18: The annotation “b” marks “leaves” at 10–15, but the article has “leave” there.",
        "story.annotations.yaml:19: It marks the same words with the same label as “a”.",
        "story.annotations.yaml:28: The annotation “d” ends at 99, but the article has 44 characters.",
        "story.annotations.yaml:31: The scheme has no relation “via”.",
        "story.annotations.yaml:33: There is no annotation “z”.",
    ]


def test_the_lines_are_right_in_what_the_program_wrote(folder: Path, annotated: Annotated) -> None:
    sidecar = annotated(folder / "story.txt", Annotation("aaaaaa", "claim", Span(0, 9), {"kind": "odd"}))
    (problem,) = Check().below(folder)
    assert problem.line is not None
    assert sidecar.read_text(encoding="utf-8").split("\n")[problem.line - 1] == "    kind: odd"


@pytest.mark.parametrize(
    ("data", "line", "about"),
    [
        (b"", 1, "empty"),
        (b"a: 1\nb: [\n", 3, "not valid YAML"),
        (b"services: {}\n", 1, "not a file of Annotator"),
        (b"[" * 30_000, 1, "deep"),
        (b"a: &a [x]\nb: *a\n", 1, "anchor"),
        (
            HEAD.encode() + b"annotations:\n" + b"- {id: a, label: claim, start: 0, end: 9, text: Thousands}\n" * 2,
            7,
            "already",
        ),
    ],
)
def test_a_sidecar_that_cannot_be_read(folder: Path, data: bytes, line: int, about: str) -> None:
    (folder / "story.annotations.yaml").write_bytes(data)
    (text,) = told(folder)
    assert text.startswith(f"story.annotations.yaml:{line}: ")
    assert about in text


def test_a_sidecar_without_its_article(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    (folder / "story.txt").unlink()
    sentence = "Its article “story.txt” is not there, and no article here has its text. Put the article back."
    assert told(folder) == [f"story.annotations.yaml:5: {sentence}"]
    (folder / "story.annotations.yaml").write_bytes(b"a: b: c")
    assert "not valid YAML" in told(folder)[0]


def test_an_article_that_cannot_be_read(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    (folder / "story.txt").write_bytes(b"")
    assert told(folder) == ["story.txt:1: It is empty: there is nothing to annotate."]


def test_of_two_articles_with_one_stem_the_one_it_names(folder: Path, annotated: Annotated) -> None:
    (folder / "story.md").write_text("# Another story\n", encoding="utf-8")
    annotated(folder / "story.md", Annotation("aaaaaa", "claim", Span(2, 9)))
    assert told(folder) == []
    (folder / "story.md").unlink()
    (text,) = told(folder)
    assert "Its article “story.md” is not there. With another text it may be “story.txt” (1 lost)." in text


def test_the_sidecar_of_an_article_that_is_there_under_another_stem(folder: Path, annotated: Annotated) -> None:
    (folder / "b.txt").write_text("Another story.\n", encoding="utf-8")
    annotated(folder / "story.txt")
    (folder / "b.annotations.yaml").write_bytes((folder / "story.annotations.yaml").read_bytes())
    (text,) = told(folder)
    assert text == "b.annotations.yaml:5: It belongs to another article, “story.txt”, not to “b.txt”."


@pytest.mark.parametrize("suffix", [".Txt", ".MD", ".md", ".tXT"])
def test_the_suffix_may_be_spelled_in_any_way(folder: Path, annotated: Annotated, suffix: str) -> None:
    annotated((folder / "story.txt").rename(folder / f"story{suffix}"))
    check = Check()
    assert list(check.below(folder)) == []
    assert check.sidecars == 1


def test_a_newer_sidecar(folder: Path, annotated: Annotated) -> None:
    sidecar = annotated(folder / "story.txt")
    sidecar.write_bytes(sidecar.read_bytes().replace(b"version: 1", b"version: 2"))
    assert told(folder) == [f"story.annotations.yaml:1: {NEWER}"]


def test_a_faulty_scheme_is_told_once(folder: Path, annotated: Annotated) -> None:
    annotated(folder / "story.txt")
    annotated(folder / "story.txt", annotator="bob")
    (folder / "scheme.yaml").write_text("format: annotation-scheme\nversion: 1\nid: own\nlabels: 1\n", encoding="utf-8")
    assert told(folder) == ["scheme.yaml:4: “labels:” must be a list."]


def test_a_folder_without_a_scheme_has_that_of_the_nearest_one_above_it(folder: Path, annotated: Annotated) -> None:
    deep = folder / "deep" / "er"
    deep.mkdir(parents=True)
    (deep / "story.txt").write_text("Thousands left, 3 of them by bus.", encoding="utf-8")
    annotated(deep / "story.txt", Annotation("aaaaaa", "figure", Span(0, 9)))
    assert len(told(folder)) == 1  # the built-in scheme has that label, the folder's own has not
    assert told(deep) == []  # nothing is looked for above what was given
    (folder / "deep" / "scheme.yaml").write_text(OTHER, encoding="utf-8")
    assert told(folder) == []


def test_a_sidecar_an_article_or_a_scheme_alone(folder: Path, annotated: Annotated) -> None:
    odd = annotated(folder / "story.txt", Annotation("aaaaaa", "odd", Span(0, 9)))
    annotated(folder / "story.txt", Annotation("aaaaaa", "odd", Span(0, 9)), annotator="alice")
    assert len(told(odd)) == 1
    assert len(told(folder / "story.txt")) == 2
    assert told(folder / "scheme.yaml") == []


def test_what_was_told_is_not_told_again(folder: Path, annotated: Annotated) -> None:
    sidecar = annotated(folder / "story.txt", Annotation("aaaaaa", "odd", Span(0, 9)))
    check = Check()
    assert len([*check.below(folder), *check.below(folder / "."), *check.below(sidecar)]) == 1
    assert (check.sidecars, check.problems) == (1, 1)


def test_hidden_folders_are_left_out_and_links_followed_once(folder: Path, annotated: Annotated) -> None:
    odd = Annotation("aaaaaa", "odd", Span(0, 9))
    for name in (".annotator", "b", "a10", "a2"):
        (folder / name).mkdir()
        (folder / name / f"{name}.txt").write_text("Thousands left.", encoding="utf-8")
        annotated(folder / name / f"{name}.txt", odd)
    (folder / "b" / "round").symlink_to(folder, target_is_directory=True)
    (folder / "c").symlink_to(folder / "b", target_is_directory=True)
    (folder / "d.annotations.yaml").mkdir()
    assert [text.split(":")[0] for text in told(folder)] == [f"{name}.annotations.yaml" for name in ("a2", "a10", "b")]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such names")
def test_a_name_with_a_newline_is_shown_on_one_line(folder: Path, annotated: Annotated) -> None:
    path = folder / "line\nbreak.txt"
    path.write_text("Thousands left.", encoding="utf-8")
    annotated(path, Annotation("aaaaaa", "odd", Span(0, 9)))
    assert told(folder) == [r"line\nbreak.annotations.yaml:11: The scheme has no label “odd”."]


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(
    folder: Path, annotated: Annotated, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotated(folder / "story.txt", Annotation("aaaaaa", "odd", Span(0, 9)))
    (folder / "locked").mkdir()
    scan = os.scandir

    def refuse(path: Path) -> Any:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    check = Check()
    assert [problem.path.name for problem in check.below(folder)] == ["story.annotations.yaml", "locked"]
    assert list(check.below(folder)) == []


def test_of_two_schemes_the_one_that_is_not_used(folder: Path) -> None:
    (folder / "Scheme.yml").write_text("format: no", encoding="utf-8")
    assert told(folder) == ["Scheme.yml:1: It is not used, as scheme.yaml is there too. Keep one of the two."]
    (folder / "scheme.yaml").unlink()
    assert told(folder) == ["Scheme.yml:1: It is not a scheme: it does not say “format: annotation-scheme”."]
