"""Changes of a scheme carried out below a folder, taken back, and gone on with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.corpus import processes
from annotator.corpus.scheme_sweeps.plan import plan_of
from annotator.corpus.scheme_sweeps.sweeping import Sweep, sweep_again
from annotator.corpus.scheme_sweeps.taking_back import take_back
from annotator.corpus.scheme_sweeps.tally import Tally
from annotator.model.annotation import Annotation, Relation, Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.items import altered
from annotator.model.scheme_changes.changes import Merge, RefusedChangeError, Remove, Rename, SchemeChange, Split
from annotator.model.scheme_changes.parts import ARTICLE, LABEL, RELATION, Part
from annotator.model.span import Span
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.saving.history import versions
from annotator.storage.saving.scheme_journal import KeptSidecar, digest, last_change, unfinished_change
from annotator.storage.schemes.scheme_lookup import scheme_of
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar, sidecar_path
from tests.support.paths import ROOT

NOW, LATER = "2026-11-28T08:00:00Z", "2026-11-29T08:00:00Z"
TEXT = "Snow fell, said the mayor. It was cold, she said.\n"
CLAIM, SOURCE = Part(LABEL, "claim"), Part(LABEL, "source")
RENAME = Rename(CLAIM, "statement")
OWN = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim # ours
  attributes:
    kind: [event, rule]
    sure: {type: flag, when: {kind: [event]}}
- id: source
- id: rumour
  attributes:
    kind: [rule, gossip]
relations:
- {id: said_by, from: claim, to: source}
- {id: told_by, from: claim, to: source}
article:
  attributes: {outlet: [daily, weekly]}
"""


def document() -> Document:
    annotations = [
        Annotation("a1", "claim", Span(0, 9), {"kind": "event", "sure": True}),
        Annotation("a2", "source", Span(16, 25)),
        Annotation("a3", "rumour", Span(0, 9), note="Who?"),
        Annotation("a4", "claim", Span(27, 38), {"kind": ["rule"]}, note="A claim\u2028of source"),
    ]
    relations = [Relation("r1", "said_by", "a1", "a2"), Relation("r2", "told_by", "a1", "a2")]
    return Document(
        Article.of("one.txt", TEXT),
        {item.id: item for item in annotations},
        {item.id: item for item in relations},
        article_extra={"attributes": {"outlet": "daily"}},
    )


def written(path: Path, annotator: str = "", found: Document | None = None) -> Path:
    """Write the article and a sidecar of it, and return the sidecar."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    made = found or document()
    made = Document(
        Article.of(path.name, TEXT), annotator=annotator, items=made.items, article_extra=made.article_extra
    )
    sidecar = sidecar_path(path, annotator)
    sidecar.write_bytes(SidecarWriter().data(made))
    return sidecar


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    written(folder / "one.txt")
    written(folder / "one.txt", "alice")
    written(folder / "below" / "two.txt", "ben")
    (folder / "scheme.yaml").write_text(OWN, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return all but what is hidden."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".annotator" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def swept(folder: Path, change: SchemeChange, jobs: int = 1) -> Tally:
    return Sweep(plan_of(folder, change), jobs).run(NOW)


def undone(folder: Path) -> Tally:
    journal = last_change(folder)
    assert journal
    return take_back(journal, LATER)


CHANGES: list[SchemeChange] = [
    RENAME,
    Rename(Part(LABEL, "claim", "kind"), "sort of: it"),
    Rename(Part(LABEL, "claim", "kind", "event"), "no"),
    Rename(Part(RELATION, "said_by"), "according to"),
    Rename(Part(ARTICLE, "", "outlet"), "paper"),
    Rename(Part(ARTICLE, "", "outlet", "daily"), "every day"),
    Merge(Part(LABEL, "rumour"), "claim"),
    Merge(Part(RELATION, "told_by"), "said_by"),
    Merge(Part(LABEL, "claim", "kind", "rule"), "event"),
    Split(Part(LABEL, "claim", "kind"), (("event", "happening"), ("rule", "law"))),
    Remove(SOURCE, keep=False),
    Remove(Part(RELATION, "said_by"), keep=False),
    Remove(Part(LABEL, "claim", "kind"), keep=False),
    Remove(Part(LABEL, "claim", "kind", "event"), keep=False),
    Remove(Part(ARTICLE, "", "outlet"), keep=False),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_goes_through_all_sidecars_and_is_taken_back_to_the_same_bytes(
    folder: Path, change: SchemeChange
) -> None:
    before = files(folder)
    planned = Sweep(plan_of(folder, change)).preview()
    assert files(folder) == before
    tally = swept(folder, change)
    assert (tally.counts, tally.sidecars, tally.problems) == (planned.counts, 3, [])
    assert all(files(folder)[name] != data for name, data in before.items() if name.endswith(".yaml"))
    assert scheme_of(folder)[1] is None
    back = undone(folder)
    assert (back.sidecars, back.problems) == (3, [])
    assert files(folder) == before
    assert last_change(folder) is None


@pytest.mark.parametrize("change", [change for change in CHANGES if isinstance(change, Rename)])
def test_a_name_given_back_gives_the_same_bytes(folder: Path, change: Rename) -> None:
    before = files(folder)
    swept(folder, change)
    swept(folder, Rename(change.part.named(change.name), change.part.name))
    after = files(folder)
    assert {name: data for name, data in after.items() if "annotations" in name} == {
        name: data for name, data in before.items() if "annotations" in name
    }


def test_every_changed_sidecar_has_a_version_in_its_history(folder: Path) -> None:
    sidecar = folder / "one.annotations.alice.yaml"
    before = sidecar.read_bytes()
    swept(folder, RENAME)
    assert [version.data() for version in versions(sidecar)] == [before]
    assert sidecar.stat().st_ino != versions(sidecar)[0].path.stat().st_ino


def test_the_names_in_relations_and_conditions_go_along(folder: Path) -> None:
    swept(folder, RENAME)
    swept(folder, Rename(Part(LABEL, "statement", "kind"), "sort"))
    swept(folder, Rename(Part(LABEL, "statement", "sort", "event"), "happening"))
    text = (folder / "scheme.yaml").read_text("utf-8")
    assert "- id: statement # ours" in text
    assert "{id: said_by, from: statement, to: source}" in text
    assert "sort: [happening, rule]" in text
    assert "when: {sort: [happening]}" in text


def test_merged_labels_leave_no_two_annotations_that_say_the_same(folder: Path) -> None:
    tally = swept(folder, Merge(Part(LABEL, "rumour"), "claim"))
    assert dict(tally.counts) == {"sidecars": 3, "annotations": 3, "annotations_removed": 3}
    text = (folder / "one.annotations.yaml").read_text("utf-8")
    assert "id: a3" not in text
    assert 'note: "Who?"' in text
    assert [rule.id for rule in scheme_of(folder)[0].labels] == ["claim", "source"]
    rule = scheme_of(folder)[0].labels[0].attributes[0]
    assert rule.choices == ("event", "rule", "gossip")


def test_merged_relations_leave_one_of_two_between_the_same_ends(folder: Path) -> None:
    tally = swept(folder, Merge(Part(RELATION, "told_by"), "said_by"))
    assert dict(tally.counts) == {"sidecars": 3, "relations_removed": 3}
    assert (folder / "one.annotations.yaml").read_text("utf-8").count("type: said_by") == 1


def test_a_removed_label_takes_its_relations_along(folder: Path) -> None:
    plan = plan_of(folder, Remove(SOURCE, keep=False))
    assert plan.notes == ("The relations said_by, told_by go too, as they begin or end at it.",)
    tally = Sweep(plan).run(NOW)
    assert dict(tally.counts) == {"sidecars": 3, "annotations_removed": 3, "relations_removed": 6}
    assert "relations:" not in (folder / "one.annotations.yaml").read_text("utf-8")


@pytest.mark.parametrize(("value", "said"), [(None, "null"), (True, "true"), ([1, "x"], "[1, x]"), ("1.50", "1.50")])
def test_an_example_has_the_value_as_the_file_has_it(folder: Path, value: Value, said: str) -> None:
    found = document()
    items = {id: altered(item, attributes={"sure": value}) for id, item in found.annotations.items()}
    written(folder / "a.txt", "", found.with_items(Annotation, items))
    (example, *_more) = Sweep(plan_of(folder, Rename(Part(LABEL, "claim", "sure"), "certain"))).preview().examples
    assert (example.before, example.after) == (f"claim (sure: {said})", f"claim (certain: {said})")


def test_what_is_in_use_is_removed_only_when_it_is_said_what_becomes_of_it(folder: Path) -> None:
    before = files(folder)
    with pytest.raises(RefusedChangeError, match="9 items use it"):
        swept(folder, Remove(SOURCE))
    assert files(folder) == before
    tally = swept(folder, Remove(SOURCE, keep=True))
    assert dict(tally.counts) == {"sidecars": 3, "annotations_kept": 3, "relations_kept": 6}
    assert all(example.after == example.before for example in tally.examples)
    after = files(folder)
    assert {name for name in before if before[name] != after[name]} == {"scheme.yaml"}


REFUSED: list[tuple[SchemeChange, str]] = [
    (Rename(CLAIM, "source"), "There is the label “source” already. Merge the two"),
    (Rename(Part(LABEL, "nothing"), "x"), "The scheme does not have the label “nothing”"),
    (Rename(CLAIM, " x"), "A name is one line"),
    (Rename(CLAIM, "claim"), "It is called “claim” already"),
    (Merge(CLAIM, "claim"), "no other one"),
    (Merge(Part(LABEL, "claim", "sure"), "kind"), "attributes of different types, flag and choice"),
    (Split(Part(LABEL, "claim", "sure"), (("a", "b"),)), "by one of its attributes that has choices"),
    (Split(Part(LABEL, "claim", "kind"), (("event", "source"),)), "There is a label “source” already"),
    (Split(Part(LABEL, "claim", "kind"), (("other", "x"),)), "by the choices of the attribute only"),
    (Split(Part(LABEL, "claim", "kind"), (("event", "x"), ("event", "y"))), "Each choice becomes one label only"),
]


@pytest.mark.parametrize(("change", "why"), REFUSED)
def test_what_cannot_be_is_refused(folder: Path, change: SchemeChange, why: str) -> None:
    with pytest.raises(RefusedChangeError, match=why):
        plan_of(folder, change)


def test_a_folder_on_the_built_in_scheme_gets_its_own_copy_and_loses_it_again(folder: Path) -> None:
    (folder / "scheme.yaml").unlink()
    before = files(folder)
    swept(folder, RENAME)
    for below in (folder, folder / "below"):
        scheme = scheme_of(below)[0]
        assert scheme.label("statement")
        assert not scheme.label("claim")
    undone(folder)
    assert files(folder) == before


def test_a_folder_with_another_scheme_is_left_alone_and_told(folder: Path) -> None:
    other = OWN.replace("claim", "demand")
    (folder / "below" / "scheme.yaml").write_text(other, encoding="utf-8")
    plan = plan_of(folder, RENAME)
    assert plan.notes == (
        "below/scheme.yaml is another scheme, and its folder is left alone. "
        "The scheme does not have the label “claim”.",
    )
    assert Sweep(plan).run(NOW).sidecars == 2
    assert (folder / "below" / "scheme.yaml").read_text("utf-8") == other


def test_the_same_scheme_in_a_folder_below_changes_too(folder: Path) -> None:
    (folder / "below" / "scheme.yaml").write_text(OWN, encoding="utf-8")
    before = files(folder)
    assert swept(folder, RENAME).sidecars == 3
    assert scheme_of(folder / "below")[0].label("statement")
    undone(folder)
    assert files(folder) == before


def test_a_sidecar_that_cannot_be_read_is_named_and_left_alone(folder: Path) -> None:
    broken = folder / "one.annotations.yaml"
    broken.write_text("format: annotator\nversion: 1\nannotations: [claim\n", encoding="utf-8")
    tally = swept(folder, RENAME)
    assert [problem.path for problem in tally.problems] == [broken]
    assert tally.sidecars == 2


def test_a_sidecar_of_a_newer_version_is_left_alone(folder: Path) -> None:
    newer = folder / "one.annotations.yaml"
    newer.write_text(newer.read_text("utf-8").replace("version: 1", "version: 2"), encoding="utf-8")
    tally = swept(folder, RENAME)
    assert [problem.path for problem in tally.problems] == [newer]
    assert "label: claim" in newer.read_text("utf-8")


def test_a_sidecar_in_another_layout_keeps_it(folder: Path) -> None:
    sidecar = folder / "one.annotations.yaml"
    text = sidecar.read_text("utf-8").replace("  label: claim\n", "  label: 'claim'   # checked\n", 1)
    sidecar.write_text(text, encoding="utf-8")
    swept(folder, RENAME)
    expected = text.replace("'claim'", "'statement'").replace("label: claim", "label: statement")
    assert sidecar.read_text("utf-8") == expected
    undone(folder)
    assert sidecar.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("name", "written_so"),
    [
        ("claim", '"cl\\x61im"'),
        ("claim", '"\\u0063laim"'),
        ("claim", '"cl\\\n    aim"'),
        ("it's", "'it''s'"),
        ("and/or", '"and\\/or"'),
    ],
)
def test_a_name_changes_however_it_is_written(folder: Path, name: str, written_so: str) -> None:
    (folder / "scheme.yaml").write_text(OWN.replace("claim", f'"{name}"'), encoding="utf-8")
    sidecar = folder / "one.annotations.yaml"
    text = sidecar.read_text("utf-8").replace("A claim\\u2028of source", "No other word is escaped")
    sidecar.write_text(text.replace("  label: claim\n", f"  label: {written_so}\n"), encoding="utf-8")
    swept(folder, Rename(Part(LABEL, name), "statement"))
    assert sidecar.read_text("utf-8").count("statement") == 2


def test_copies_that_a_sync_service_left_change_too(folder: Path) -> None:
    sidecar = folder / "one.annotations.yaml"
    copy = folder / "one.annotations (conflicted copy 2026-11-20).yaml"
    copy.write_bytes(sidecar.read_bytes())
    swept(folder, RENAME)
    assert "label: statement" in copy.read_text("utf-8")


def test_what_was_changed_since_stays_when_the_change_is_taken_back(folder: Path) -> None:
    swept(folder, RENAME)
    sidecar = folder / "one.annotations.yaml"
    text = sidecar.read_text("utf-8")
    added = '- id: a9\n  label: statement\n  start: 40\n  end: 48\n  text: "she said"\n'
    text = text.replace("relations:\n", f"{added}relations:\n").replace('note: "Who?"', 'note: "Kim."')
    sidecar.write_text(text, encoding="utf-8")
    (folder / "scheme.yaml").write_text((folder / "scheme.yaml").read_text("utf-8") + "# later\n", encoding="utf-8")
    assert not undone(folder).problems
    assert sidecar.read_text("utf-8") == text.replace("label: statement", "label: claim")
    assert (folder / "scheme.yaml").read_text("utf-8") == OWN + "# later\n"


@pytest.mark.parametrize("change", CHANGES)
def test_what_went_comes_back_into_a_sidecar_that_was_changed_since(folder: Path, change: SchemeChange) -> None:
    path, article = folder / "one.annotations.yaml", Article.of("one.txt", TEXT)
    before = read_sidecar(path, article).document
    swept(folder, change)
    then = read_sidecar(path, article).document
    noted = {id: altered(item, note="Since then.") for id, item in then.annotations.items()}
    new = Annotation("new", "source", Span(40, 48))
    path.write_bytes(SidecarWriter().data(then.with_items(Annotation, {**noted, "new": new})))
    assert not undone(folder).problems
    after = read_sidecar(path, article).document
    assert {**after.annotations} == {
        **{id: altered(item, note="Since then.") if id in noted else item for id, item in before.annotations.items()},
        "new": new,
    }
    assert after.relations == before.relations
    assert after.article_attributes == before.article_attributes


def test_values_that_went_come_back_beside_those_that_were_set_since(folder: Path) -> None:
    path, article = folder / "one.annotations.yaml", Article.of("one.txt", TEXT)
    before = read_sidecar(path, article).document
    swept(folder, Merge(CLAIM, "rumour"))
    then = read_sidecar(path, article).document
    valued = {id: altered(item, attributes={**item.attributes, "sure": False}) for id, item in then.annotations.items()}
    path.write_bytes(SidecarWriter().data(then.with_items(Annotation, valued)))
    assert not undone(folder).problems
    after = read_sidecar(path, article).document.annotations
    assert {id: item.label for id, item in after.items()} == {id: i.label for id, i in before.annotations.items()}
    assert {id: item.attributes.get("sure") for id, item in after.items() if id in valued} == dict.fromkeys(
        valued, False
    )


def test_a_sidecar_that_is_gone_is_told_when_the_change_is_taken_back(folder: Path) -> None:
    swept(folder, RENAME)
    gone = folder / "one.annotations.yaml"
    gone.unlink()
    back = undone(folder)
    assert [problem.path for problem in back.problems] == [gone]
    assert back.sidecars == 2
    assert last_change(folder) is None


def test_a_change_stays_open_until_each_sidecar_that_is_there_is_put_back(folder: Path) -> None:
    before = files(folder)
    swept(folder, RENAME)
    damaged, others = folder / "one.annotations.yaml", folder / "below" / "two.annotations.ben.yaml"
    now = damaged.read_bytes()
    damaged.write_bytes(now + b"relations: [\n")
    back = undone(folder)
    assert ([problem.path for problem in back.problems], back.sidecars) == ([damaged], 2)
    assert others.read_bytes() == before["below/two.annotations.ben.yaml"]
    with pytest.raises(SaveError, match="interrupted"):
        plan_of(folder, RENAME)
    damaged.write_bytes(now)
    again = undone(folder)
    assert (again.problems, again.sidecars) == ([], 1)
    assert files(folder) == before
    assert last_change(folder) is None


def test_a_change_that_could_not_be_taken_back_everywhere_may_go_on_instead(folder: Path) -> None:
    swept(folder, RENAME)
    after, damaged = files(folder), folder / "one.annotations.yaml"
    now = damaged.read_bytes()
    damaged.write_bytes(now + b"relations: [\n")
    undone(folder)
    journal = unfinished_change(folder)
    assert journal
    damaged.write_bytes(now)
    assert sweep_again(journal).go_on(journal, LATER).sidecars == 2
    assert files(folder) == after
    assert unfinished_change(folder) is None


class StoppedError(Exception):
    """The work is cancelled."""


def stopped_after(count: int) -> Callable[[int], None]:
    def passed(_seen: int) -> None:
        nonlocal count
        count -= 1
        if count < 0:
            raise StoppedError

    return passed


def test_a_cancelled_change_leaves_nothing(folder: Path) -> None:
    before = files(folder)
    with pytest.raises(StoppedError):
        Sweep(plan_of(folder, RENAME), passed=stopped_after(0)).run(NOW)
    assert files(folder) == before
    assert last_change(folder) is None


def test_a_change_that_is_cancelled_half_way_through_several_processes_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "FEWEST", 20)
    monkeypatch.setattr(processes, "LARGE", 7)
    for number in range(80):
        written(folder / f"{number % 3}" / f"{number}.txt")
    before = files(folder)
    with pytest.raises(StoppedError):
        Sweep(plan_of(folder, RENAME), 3, passed=stopped_after(5)).run(NOW)
    assert files(folder) == before
    assert list(folder.rglob("*.tmp")) == []
    assert last_change(folder) is None


def test_a_cancelled_change_of_which_a_file_cannot_be_put_back_stays_open_and_says_so(folder: Path) -> None:
    damaged: list[Path] = []

    def passed(_seen: int) -> None:
        sidecars = sorted(folder.glob("*.annotations*.yaml"))
        changed = next(path for path in sidecars if b"label: statement" in path.read_bytes())
        changed.write_text("annotations: [", "utf-8")
        damaged.append(changed)
        raise StoppedError

    with pytest.raises(RefusedChangeError, match="could not be put back") as told:
        Sweep(plan_of(folder, RENAME), passed=passed).run(NOW)
    assert damaged[0].name in str(told.value)
    assert unfinished_change(folder)


@pytest.fixture
def killed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which a change was killed after the first hundred sidecars."""
    for number in range(120):
        written(folder / f"more-{number:03}.txt")
    with monkeypatch.context() as patch:
        patch.setattr("annotator.corpus.scheme_sweeps.sweeping.take_back", lambda *_arguments: Tally())
        with pytest.raises(StoppedError):
            Sweep(plan_of(folder, RENAME), passed=stopped_after(0)).run(NOW)
    return folder


def test_a_killed_change_goes_on(killed: Path) -> None:
    with pytest.raises(SaveError, match="was interrupted here"):
        swept(killed, RENAME)
    journal = unfinished_change(killed)
    assert journal
    half = sum(b"label: statement" in data for data in files(killed).values())
    assert 0 < half < 123
    assert sweep_again(journal).go_on(journal, LATER).sidecars == 123 - half
    assert sum(b"label: statement" in data for data in files(killed).values()) == 123
    assert undone(killed).sidecars == 123


def test_a_killed_change_is_taken_back(killed: Path) -> None:
    undone(killed)
    assert not any(b"statement" in data for data in files(killed).values())
    assert unfinished_change(killed) is None


def test_the_last_change_is_taken_back_also_where_the_clock_was_set_back(folder: Path) -> None:
    states = [files(folder)]
    for at, change in (
        (LATER, RENAME),
        (NOW, Rename(SOURCE, "speaker")),
        (NOW, Rename(Part(LABEL, "speaker"), "voice")),
    ):
        Sweep(plan_of(folder, change)).run(at)
        states.append(files(folder))
    while states.pop() and states:
        undone(folder)
        assert files(folder) == states[-1]


GOING_ON = """
import sys
from pathlib import Path
from annotator.corpus.scheme_sweeps.plan import plan_of
from annotator.corpus.scheme_sweeps.sweeping import Sweep
from annotator.model.scheme_changes.changes import Rename
from annotator.model.scheme_changes.parts import LABEL, Part
def passed(_seen):
    print("begun", flush=True)
    sys.stdin.readline()
Sweep(plan_of(Path(sys.argv[1]), Rename(Part(LABEL, "claim"), "statement")), passed=passed).run("2026-11-28T08:00:00Z")
"""


def test_a_change_that_another_process_carries_out_was_not_interrupted(folder: Path) -> None:
    command = [sys.executable, "-c", GOING_ON, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "begun\n"
        assert unfinished_change(folder) is None
        with pytest.raises(SaveError, match="is being carried out here just now"):
            swept(folder, Rename(SOURCE, "voice"))
        other.kill()
    assert unfinished_change(folder)
    with pytest.raises(SaveError, match="was interrupted here"):
        swept(folder, Rename(SOURCE, "voice"))
    undone(folder)


@pytest.mark.parametrize("own", [True, False], ids=["on its own scheme", "on the built-in one"])
def test_of_two_changes_that_were_planned_at_once_the_second_does_nothing(folder: Path, own: bool) -> None:
    if not own:
        (folder / "scheme.yaml").unlink()
    before = files(folder)
    first, second = plan_of(folder, RENAME), plan_of(folder, RENAME)
    Sweep(first).run(NOW)
    after = files(folder)
    with pytest.raises(SaveError, match="changed meanwhile; nothing was done"):
        Sweep(second).run(NOW)
    assert files(folder) == after
    undone(folder)
    assert files(folder) == before
    assert last_change(folder) is None


def test_a_change_that_was_planned_before_another_began_waits_for_that(folder: Path) -> None:
    second = plan_of(folder, Rename(SOURCE, "voice"))
    command = [sys.executable, "-c", GOING_ON, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "begun\n"
        with pytest.raises(SaveError, match="is being carried out here just now"):
            Sweep(second).run(NOW)
        other.communicate("\n")
    assert undone(folder).sidecars == 3


def test_a_taking_back_that_was_interrupted_is_open_and_may_be_done_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(folder)
    swept(folder, RENAME)

    def interrupted(path: Path, _data: bytes) -> None:
        with pytest.raises(SaveError, match="is being carried out here just now"):
            plan_of(folder, Rename(SOURCE, "voice"))
        raise KeyboardInterrupt(path)

    with monkeypatch.context() as patch:
        patch.setattr("annotator.corpus.scheme_sweeps.taking_back.write_atomically", interrupted)
        with pytest.raises(KeyboardInterrupt):
            undone(folder)
    assert unfinished_change(folder)
    with pytest.raises(SaveError, match="was interrupted here"):
        plan_of(folder, Rename(SOURCE, "voice"))
    undone(folder)
    assert files(folder) == before


def test_several_processes_do_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "FEWEST", 20)
    monkeypatch.setattr(processes, "LARGE", 7)
    for number in range(50):
        written(tmp_path / f"{number % 3}" / f"{number}.txt")
    before = files(tmp_path)
    tally = swept(tmp_path, RENAME, jobs=2)
    assert (tally.sidecars, tally.seen, tally.problems) == (50, 50, [])
    assert scheme_of(tmp_path / "2")[0].label("statement")
    assert undone(tmp_path).sidecars == 50
    assert files(tmp_path) == before


def test_no_sidecar_is_replaced_before_all_that_it_takes_back_is_on_the_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also the new content of the sidecar itself."""
    flushed, replaced, sync, move = set[int](), list[str](), os.fsync, FolderHandle.move

    def flush(handle: int) -> None:
        sync(handle)
        flushed.add(os.fstat(handle).st_ino)

    def put(within: FolderHandle, old: str, other: FolderHandle, new: str) -> None:
        if ".annotations." in new:
            (journal,) = (folder / ".annotator" / "scheme-changes").iterdir()
            known = last_change(folder)
            assert known
            assert within.path / new in {folder / item.path for kept in known.sidecars() for item in kept}
            assert {path.stat().st_ino for path in (journal, *journal.iterdir())} <= flushed
            assert within.status(old).st_ino in flushed
            replaced.append(new)
        move(within, old, other, new)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(FolderHandle, "move", put)
    assert swept(folder, RENAME).sidecars == len(replaced) == 3


LEFT = """
import sys
from pathlib import Path
from annotator.storage.files.temporary_names import temporary_beside
temporary_beside(Path(sys.argv[1])).touch()
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_killed_processes_left_goes_from_the_folders_that_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(processes, "FEWEST", 2)
    monkeypatch.setattr(processes, "LARGE", 1)
    swept(folder, RENAME)
    written(folder / "other" / "three.txt", found=Document(Article.of("three.txt", TEXT)))
    beside, hidden, other = folder / "x", folder / ".annotator" / "history" / "x", folder / "other" / "x"
    for place in (beside, hidden, hidden.parent / "one.annotations.yaml" / "x", other):
        subprocess.run([sys.executable, "-c", LEFT, place], cwd=ROOT, check=True)
    assert swept(folder, Rename(Part(LABEL, "statement"), "claim"), jobs).sidecars == 3
    assert [path.parent for path in folder.rglob("*.tmp")] == [other.parent]


@pytest.mark.skipif(sys.platform != "linux", reason="Other systems have names in Unicode only.")
def test_a_name_that_is_in_no_encoding_is_kept_and_taken_back(folder: Path) -> None:
    sidecar = folder / os.fsdecode(b"st\xfcck.annotations.yaml")
    before = (folder / "one.annotations.yaml").rename(sidecar).read_bytes()
    assert swept(folder, RENAME).sidecars == 3
    assert sidecar.read_bytes() != before
    assert undone(folder).sidecars == 3
    assert sidecar.read_bytes() == before


def test_a_journal_from_somebody_else_leads_nowhere_else(folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_bytes((folder / "one.annotations.yaml").read_bytes())
    swept(folder, RENAME)
    journal = last_change(folder)
    assert journal
    journal.add([KeptSidecar("../outside.yaml", "hello", digest(outside.read_bytes()))])
    undone(folder)
    assert outside.read_bytes() != b"hello"
