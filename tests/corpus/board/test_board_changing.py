"""Change of states and values in sidecars: under the lock, with history, and never over what others have written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.corpus.board import changing
from annotator.corpus.board.changing import CellChange, change_sidecars
from annotator.model.either import ABSENT
from annotator.storage.saving.history import versions
from annotator.storage.saving.replacing import Replaced, Replacement, replace_together
from annotator.storage.sidecars.sidecar_files import sidecar_path
from tests.support.desk.desk_folder import saved_values, write_desk

AT = "2026-11-29T10:00:00Z"
UNSAFE = "The bridge is unsafe"


def test_a_value_is_set_in_two_files_and_all_else_stays(tmp_path: Path) -> None:
    bridge, market = write_desk(tmp_path)
    sidecars = sidecar_path(bridge), sidecar_path(market)
    before = [path.read_text("utf-8").split("\n") for path in sidecars]
    changed = change_sidecars(tmp_path, "verdict", {path: {"c1": CellChange("refuted")} for path in sidecars}, AT)
    assert not changed.problems
    assert changed.done == {
        sidecars[0]: {"c1": CellChange("refuted", "supported")},
        sidecars[1]: {"c1": CellChange("refuted")},
    }
    assert saved_values(bridge, "verdict")[UNSAFE] == "refuted"
    after = [path.read_text("utf-8").split("\n") for path in sidecars]
    assert [len(set(new) - set(old)) for old, new in zip(before, after, strict=True)] == [2, 2]  # value and time
    assert [len(versions(path)) for path in sidecars] == [1, 1]


def test_a_state_is_set_and_removed(tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path)
    sidecar = sidecar_path(bridge)
    change_sidecars(tmp_path, "", {sidecar: {"c2": CellChange("asked")}}, AT)
    assert saved_values(bridge, "state")["Some 3,000 people cross it"] == "asked"
    done = change_sidecars(tmp_path, "", {sidecar: {"c2": CellChange("")}}, AT).done
    assert done == {sidecar: {"c2": CellChange("", "asked")}}
    assert set(saved_values(bridge, "state").values()) == {None}


def test_a_value_that_a_rule_had_filled_is_to_be_confirmed_again_when_it_is_back(tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path)
    sidecar = sidecar_path(bridge)
    text, last = sidecar.read_text("utf-8"), "    verdict: supported\n    voice: reported\n"
    by_rule = f"{last}  by_rule:\n  - verdict\n"
    sidecar.write_text(text.replace(last, by_rule), "utf-8")
    done = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": CellChange("refuted")}}, AT).done
    assert "by_rule" not in sidecar.read_text("utf-8")
    again = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": done[sidecar]["c1"].back}}, AT).done
    assert by_rule in sidecar.read_text("utf-8")
    change_sidecars(tmp_path, "verdict", {sidecar: {"c1": again[sidecar]["c1"].back}}, AT)
    assert "by_rule" not in sidecar.read_text("utf-8")


def test_an_empty_value_of_the_file_is_back_when_a_change_is_taken_back(tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path)
    sidecar = sidecar_path(bridge)
    empty = sidecar.read_text("utf-8").replace("verdict: supported", "verdict: null")
    sidecar.write_text(empty, "utf-8")
    assert not change_sidecars(tmp_path, "verdict", {sidecar: {"c1": CellChange(ABSENT)}}, AT).done  # it has none
    done = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": CellChange("refuted")}}, AT).done
    again = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": done[sidecar]["c1"].back}}, AT).done
    assert "verdict: null" in sidecar.read_text("utf-8")
    change_sidecars(tmp_path, "verdict", {sidecar: {"c1": again[sidecar]["c1"].back}}, AT)
    assert saved_values(bridge, "verdict")[UNSAFE] == "refuted"


def test_a_value_that_was_not_there_goes_when_a_change_is_taken_back(tmp_path: Path) -> None:
    _bridge, market = write_desk(tmp_path)
    sidecar = sidecar_path(market)
    done = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": CellChange("refuted")}}, AT).done
    change_sidecars(tmp_path, "verdict", {sidecar: {"c1": done[sidecar]["c1"].back}}, AT)
    assert "verdict" not in sidecar.read_text("utf-8")


def test_what_somebody_has_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path)
    back = {"c1": CellChange("refuted", "conflicting", is_bound=True), "gone": CellChange("refuted")}
    changed = change_sidecars(tmp_path, "verdict", {sidecar_path(bridge): back}, AT)
    assert (changed.done, changed.problems) == ({}, [])
    assert saved_values(bridge, "verdict")[UNSAFE] == "supported"


def test_what_others_write_between_reading_and_replacing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge, _market = write_desk(tmp_path)
    sidecar, tries = sidecar_path(bridge), list[int]()

    def overtaken(folder: Path, files: Sequence[Replacement], at: str) -> Replaced:
        tries.append(len(files))
        if len(tries) == 1:
            sidecar.write_text(sidecar.read_text("utf-8").replace("unimportant", "not-checkable"), "utf-8")
        return replace_together(folder, files, at)

    monkeypatch.setattr(changing, "replace_together", overtaken)
    changed = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": CellChange("refuted")}}, AT)
    assert (list(changed.done), changed.problems, tries) == ([sidecar], [], [1, 1])
    assert saved_values(bridge, "verdict")[UNSAFE] == "refuted"
    assert saved_values(bridge, "checkable")["It opened in 1911"] == "not-checkable"


def test_a_faulty_file_is_told_and_the_others_are_changed(tmp_path: Path) -> None:
    bridge, market = write_desk(tmp_path)
    sidecar_path(bridge).write_text("annotations: [\n", "utf-8")
    wanted = {sidecar_path(path): {"c1": CellChange("refuted")} for path in (bridge, market)}
    changed = change_sidecars(tmp_path, "verdict", wanted, AT)
    assert list(changed.done) == [sidecar_path(market)]
    assert [problem.path for problem in changed.problems] == [sidecar_path(bridge)]


def test_a_file_of_a_newer_program_is_left_as_it_is(tmp_path: Path) -> None:
    bridge, _market = write_desk(tmp_path)
    sidecar = sidecar_path(bridge)
    newer = sidecar.read_text("utf-8").replace("version: 1", "version: 99")
    sidecar.write_text(newer, "utf-8")
    changed = change_sidecars(tmp_path, "verdict", {sidecar: {"c1": CellChange("refuted")}}, AT)
    assert (changed.done, len(changed.problems)) == ({}, 1)
    assert sidecar.read_text("utf-8") == newer
