"""Plans: read as they were written, and refused in a sentence with its line where they are bad."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.plan import Plan, Round
from annotator.storage.plans.plan_reading import PlanError, plan_of
from annotator.storage.plans.plan_writing import change_plan

HEAD = "format: annotation-plan\nversion: 1\nannotators: [ann, ben]\n"
FILES = st.from_regex(r"[a-zé \"']{1,8}\.(txt|md)", fullmatch=True)
WHO = st.sampled_from([("ann",), ("ben",), ("ann", "ben")])
ROUNDS = st.builds(
    Round, st.integers(1, 9), st.dictionaries(FILES, WHO, max_size=5), st.integers(0, 100), st.integers(0, 99)
)
PLANS = st.builds(
    Plan, st.just(("ann", "ben")), st.lists(ROUNDS, max_size=3).map(tuple), st.booleans(), st.just(("dee",))
)


def write(folder: Path, text: str) -> None:
    (folder / ".annotator").mkdir()
    (folder / ".annotator" / "plan.yaml").write_text(text, "utf-8")


def problem(folder: Path, text: str) -> tuple[int | None, str]:
    write(folder, text)
    with pytest.raises(PlanError) as caught:
        plan_of(folder)
    return caught.value.problem.line, caught.value.problem.sentence


def test_a_folder_without_a_plan_has_none(tmp_path: Path) -> None:
    assert plan_of(tmp_path) is None
    (tmp_path / ".annotator").mkdir()
    assert plan_of(tmp_path) is None


@given(plan=PLANS)
def test_a_plan_is_read_as_it_was_written(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("planned")
    assert change_plan(folder, lambda _before: plan) == plan
    read = plan_of(folder)
    assert read
    assert read.plan == plan


def test_unknown_keys_stay_and_articles_have_their_lines(tmp_path: Path) -> None:
    write(tmp_path, HEAD + "team: north\nrounds:\n- round: 1\n  pilot: true\n  articles:\n    a.txt: [ann]\n")
    read = plan_of(tmp_path)
    assert read
    assert (read.lines, read.plan.blind) == ({"a.txt": 9}, True)
    change_plan(
        tmp_path, lambda plan: Plan((*plan.annotators, "cem"), plan.rounds, extra=plan.extra) if plan else 1 / 0
    )
    again = plan_of(tmp_path)
    assert again
    assert (again.plan.extra, again.plan.rounds[0].extra) == ({"team": "north"}, {"pilot": True})


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[]", 1, "It is no plan"),
        ("format: x\nversion: 1\n", 1, "It is no plan"),
        ("format: annotation-plan\nversion: 2\n", 2, "another version"),
        ("format: annotation-plan\nversion: 1\n", 1, "“annotators:” is missing or empty."),
        ("format: annotation-plan\nversion: 1\nannotators: [a/b]\n", 3, "cannot be the name of an annotator"),
        ("format: annotation-plan\nversion: 1\nannotators: [ann, ann]\n", 3, "stands twice"),
        (HEAD + "blind: 3\n", 4, "“blind:” must be true or false."),
        (HEAD + "rounds:\n- round: 0\n", 5, "from 1 to"),
        (HEAD + "rounds:\n- round: 1\n  double: 101\n", 6, "from 0 to 100"),
        (HEAD + "rounds:\n- articles:\n    ../a.txt: [ann]\n", 6, "is not the path of an article in the folder"),
        (HEAD + "rounds:\n- articles:\n    /etc/a.txt: [ann]\n", 6, "is not the path of an article in the folder"),
        (HEAD + "rounds:\n- articles:\n    C:a.txt: [ann]\n", 6, "is not the path of an article in the folder"),
        (HEAD + "rounds:\n- articles:\n    a.txt: []\n", 6, "Nobody is to annotate"),
        (HEAD + "rounds:\n- articles:\n    a.txt: [cem]\n", 6, "is not in the list of annotators"),
        (HEAD + "rounds: &a\n- round: 1\n", 4, "anchor"),
    ],
)
def test_a_bad_plan_is_told_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    found, sentence = problem(tmp_path, text)
    assert found == line
    assert words in sentence


def test_a_link_in_place_of_the_plan_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(HEAD)
    folder = tmp_path / "folder"
    (folder / ".annotator").mkdir(parents=True)
    (folder / ".annotator" / "plan.yaml").symlink_to(outside)
    with pytest.raises(PlanError):
        plan_of(folder)


def test_a_plan_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    write(tmp_path, "not: a plan\n")
    with pytest.raises(PlanError):
        change_plan(tmp_path, lambda _before: Plan(("ann",)))
    assert (tmp_path / ".annotator" / "plan.yaml").read_text() == "not: a plan\n"


def test_what_is_no_file_and_what_is_too_large_is_told_as_such(tmp_path: Path) -> None:
    place = tmp_path / ".annotator" / "plan.yaml"
    place.mkdir(parents=True)
    with pytest.raises(PlanError) as caught:
        plan_of(tmp_path)
    assert caught.value.problem.sentence == "This is a folder, not a file."
    place.rmdir()
    place.write_bytes(HEAD.encode() + b"#" * (17 * 1024 * 1024))
    with pytest.raises(PlanError) as caught:
        plan_of(tmp_path)
    assert caught.value.problem.sentence.startswith("It is too large: 17.0 MiB, where 16 MiB is the limit.")
