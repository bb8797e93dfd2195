"""An article is signed twice, a new draft reopens exactly the facts that it changes, and they are signed again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from PySide6.QtWidgets import QTableView, QWidget

from annotator.ui.article_page.pills.standing_pill import StandingPill
from tests.support.program import CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.signed.articles import SENTENCES, draft, write_checked, write_signed
from tests.support.signed.steps import be_back, give_name, open_sign_off, sign, tab_to

Start = Callable[..., Program]


def signed(path: Path) -> list[dict[str, Any]]:
    """What the sidecar says of sign-offs, in the order of their times and names."""
    found = yaml.safe_load(sidecar_of(path).read_text("utf-8")).get("signed", [])
    return sorted(found, key=lambda item: (int(item["round"]), item["by"]))


def pill(program: Program) -> str:
    return program.part(StandingPill).text()


def sign_twice(program: Program) -> None:
    open_sign_off(program)
    give_name(program, "alice")
    tab_to(program, "reason-c3")
    program.type("The town hall is closed until Monday")
    sign(program)
    assert pill(program) == "Signed by alice, round 1"
    open_sign_off(program)
    give_name(program, "bob")
    sign(program)
    assert pill(program) == "Signed twice, round 1"


def test_a_draft_reopens_exactly_the_facts_in_its_changed_sentences(start: Start, tmp_path: Path) -> None:
    path = write_checked(tmp_path)
    program = start(path)
    sign_twice(program)
    program.close()
    assert [(item["by"], item["round"], item.get("reopened")) for item in signed(path)] == [
        ("alice", "1", None),
        ("bob", "1", None),
    ]
    assert {item["exceptions"]["c3"] for item in signed(path)} == {"The town hall is closed until Monday"}
    path.write_text(draft(), "utf-8")
    program = start(path)
    assert pill(program) == "3 facts reopened"
    assert program.banners["signed"] == (
        "The article was signed. The new draft changed 3 of 6 facts: they are open again. The rest stay signed."
    )
    go_through(program)
    sign_again(program)
    assert pill(program) == "Signed by carol, round 2"
    assert "signed" not in program.banners
    assert [(item["by"], item["round"], item.get("reopened")) for item in signed(path)] == [
        ("alice", "1", ["c1", "c4", "c5"]),
        ("bob", "1", ["c1", "c4", "c5"]),
        ("carol", "2", None),
    ]
    numbers = {id: number + 1 for number, id in enumerate(SENTENCES)}
    assert all(item["numbers"] == numbers for item in signed(path))


def go_through(program: Program) -> None:
    """Go to each of the facts that are open again by its key, and accept their places."""
    found = []
    for _fact in range(4):
        program.press(Key.Key_F5)
        chosen = program.session.selected_annotation
        found.append(chosen.id if chosen else "")
    assert found == ["c1", "c4", "c5", "c1"]
    program.press(Key.Key_F5, SHIFT)
    assert program.session.selected_annotation == program.document.annotations["c5"]
    program.part(QWidget, "placesPanel").setFocus()
    program.press(Key.Key_Return, SHIFT)
    program.wait_saved()
    places = program.window.findChild(QTableView, "placesList")
    assert places is None or not places.isVisible()
    assert pill(program) == "3 facts reopened"


def sign_again(program: Program) -> None:
    """Say of each fact that is open again that it was checked, and sign."""
    open_sign_off(program)
    for id in ("c1", "c4", "c5"):
        tab_to(program, f"again-{id}")
        program.press(Key.Key_Space)
    give_name(program, "carol")
    sign(program)


def test_a_sign_off_is_taken_back_by_undo(start_again: Start, tmp_path: Path) -> None:
    path = write_checked(tmp_path, asked="")
    before = sidecar_of(path).read_bytes()
    program = start_again(path)
    open_sign_off(program)
    give_name(program, "alice")
    program.press(Key.Key_Return)
    be_back(program)
    assert len(signed(path)) == 1
    program.press(Key.Key_Z, CTRL)
    program.wait_saved()
    assert sidecar_of(path).read_bytes() == before
    assert not program.part(StandingPill).isVisible()
    program.press(Key.Key_F5)
    assert program.said == "This article is not signed"


def test_two_windows_that_sign_at_once_are_merged(start: Start, tmp_path: Path) -> None:
    path = write_checked(tmp_path, asked="")
    first, second = start(path), start(path)
    for program, name in ((first, "alice"), (second, "bob")):
        program.window.activateWindow()
        program.wait_for(program.window.isActiveWindow)
        program.view.setFocus()
        open_sign_off(program)
        give_name(program, name)
        sign(program)
    first.wait_for(lambda: pill(first) == "Signed twice, round 1")
    second.wait_for(lambda: pill(second) == "Signed twice, round 1")
    assert [(item["by"], item["round"]) for item in signed(path)] == [("alice", "1"), ("bob", "1")]


def test_the_list_is_filtered_by_what_is_signed(start: Start, tmp_path: Path) -> None:
    path = write_checked(tmp_path, asked="")
    program = start(path)
    open_sign_off(program)
    give_name(program, "alice")
    program.press(Key.Key_Return)
    be_back(program)
    program.close()
    path.write_text(draft(), "utf-8")
    program = start(path)
    rows = program.part(QTableView, "annotationsList").model()
    for typed, count in (("signed:yes ", 3), ("signed:no ", 3), ("reopened:yes ", 3), ("signed:alice ", 3)):
        program.part(QWidget, "annotationsFilter").setFocus()
        program.press(Key.Key_A, CTRL)
        program.press(Key.Key_Backspace, times=3)
        program.type(typed)
        assert rows.rowCount() == count, typed


def test_a_draft_that_comes_in_while_the_article_is_open_reopens_them_too(start_again: Start, tmp_path: Path) -> None:
    path = write_signed(tmp_path, "alice")
    program = start_again(path)
    assert pill(program) == "Signed by alice, round 1"
    path.write_text(draft(), "utf-8")
    program.wait_for(lambda: "text has changed" in program.banners.get("text", ""))
    program.click_banner("Read it again")
    program.wait_for(lambda: pill(program) == "3 facts reopened")
    program.press(Key.Key_F5)
    chosen = program.session.selected_annotation
    assert chosen is not None
    assert chosen.id == "c1"


def test_a_draft_that_touches_no_fact_leaves_all_signed(start_again: Start, tmp_path: Path) -> None:
    path = write_signed(tmp_path, "alice")
    path.write_text("Late news.\n\n" + path.read_text("utf-8"), "utf-8")
    program = start_again(path)
    assert pill(program) == "Signed by alice, round 1"
    assert program.banners["signed"] == (
        "The article was signed. The new draft changed none of the signed facts: they stay signed."
    )
