"""Three annotators are compared, and a final version is decided on, with the keyboard alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QMenu, QPushButton

from annotator.model.kinds.decisions import Decision
from annotator.ui.article_page.mode_bar import ModeBar
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.article_view.margins.statement_margin import StatementMargin, badges_of
from annotator.ui.dialogs.annotators_dialog import AnnotatorsDialog
from annotator.ui.review.compare.compare_panel import ComparePanel
from annotator.ui.review.compare.difference_list import DifferenceList
from annotator.ui.review.compare.versions_pane import VersionsPane
from annotator.ui.review.decider_dialog import DeciderDialog
from annotator.ui.status_bar.status_bar import StatusBar
from annotator.ui.widgets.panel_header import PanelHeader
from tests.support.program import ALT, CTRL, SHIFT, Key, Program, sidecar_of
from tests.support.review.annotators import NAMES, copy_annotators
from tests.support.stories import bytes_below

Start = Callable[..., Program]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_annotators(tmp_path / "three")


def compare(start: Start, article: Path, *, deciding: bool = False) -> Program:
    """The program with the differences of the article, and the keyboard in their list."""
    program = start(article, annotator="sam")
    program.press(Key.Key_F9, SHIFT if deciding else CTRL)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    return program


def click_key(program: Program, key: str) -> None:
    """Click on what the bar says that the key does."""
    bar = next(bar for bar in program.window.findChildren(ModeBar) if bar.isVisible())
    program.click_at(bar, bar.place_of(key))


def rows(program: Program) -> list[str]:
    """Every row of the list, as it is spoken."""
    model = program.part(DifferenceList).model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def current(program: Program) -> str:
    """The words of the current difference."""
    found = program.part(DifferenceList)
    return rows(program)[found.current_row()].split(", ")[1]


def count(program: Program) -> str:
    return program.part(ComparePanel).findChildren(PanelHeader)[0].count


def whose(program: Program) -> str:
    """Whose document is open, as the status bar says it to a screen reader."""
    told = (button.accessibleName() for button in program.part(StatusBar).findChildren(QAbstractButton))
    return next(words for words in told if words.startswith("Annotator"))


def saved(folder: Path, stem: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = yaml.safe_load(
        (folder / f"{stem}.annotations.gold.yaml").read_text("utf-8")
    )
    return found


def test_differences_are_walked_through_side_by_side(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt")
    assert [row for row in rows(program) if row.split(", ")[-1].isdecimal()] == [
        "Edges, 2",
        "Label, 1",
        "Marked by some only, 2",
        "Values, 1",
    ]
    walked = []
    for _difference in range(6):
        walked.append(current(program))
        program.press(Key.Key_Tab)
    assert walked[0] == current(program) == "that some 4,000 people had signed a letter"
    assert walked[2:] == [
        "Repairs cost 1.2 million",
        "1.2 million",
        "The owner calls this a fair price",
        "A second boat will be bought in spring",
    ]
    program.press(Key.Key_Up, ALT)
    assert current(program) == walked[-1]
    told = program.part(VersionsPane).accessibleName()
    assert told.startswith("1, ann, A second boat will be bought in spring, claim, checkable: unimportant")
    assert "ann: Not sure: a plan, or a claim?" in told
    assert "2, ben, nothing here" in told
    program.press(Key.Key_Escape)
    assert program.window.findChild(ComparePanel) is None
    assert program.view.hasFocus()


def test_a_doubt_is_told_in_words_and_a_mark_without_words_is_not(start_again: Start, folder: Path) -> None:
    when = 'at: "2026-11-21T08:30:00Z"'
    ann, ben = (sidecar_of(folder / "ferry.txt", name) for name in ("ann", "ben"))
    ann.write_text(ann.read_text("utf-8") + f'- {{id: k2, "on": a8, by: ann, {when}, text: "?"}}\n', "utf-8")
    mark = f'comments:\n- {{id: k3, "on": a8, annotator: ann, by: ben, {when}, reply_to: k1, settled: true}}\n'
    ben.write_text(ben.read_text("utf-8") + mark, "utf-8")
    program = compare(start_again, folder / "ferry.txt")
    program.press(Key.Key_Tab, SHIFT)
    told = program.part(VersionsPane).accessibleName()
    assert current(program) == "A second boat will be bought in spring"
    assert told.startswith("1, ann, A second boat will be bought in spring, claim, checkable: unimportant, ? not sure")
    assert "ben: " not in told


def test_names_may_be_hidden(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt")
    program.type("h")
    told = program.part(VersionsPane).accessibleName() + " ".join(rows(program))
    assert not any(f" {name}," in told or f" {name}:" in told for name in NAMES)
    program.type("h")
    assert ", ann, " in program.part(VersionsPane).accessibleName()


def test_a_final_version_is_decided_on(start_again: Start, folder: Path) -> None:
    others = bytes_below(folder)
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    assert count(program) == "0 of 6 decided"
    assert whose(program) == "Annotator: Final version"
    program.type("1")
    assert whose(program) == "Annotator: Final version by sam"
    assert current(program) == "some 4,000 people"
    program.type("mi")
    assert current(program) == "Repairs cost 1.2 million"
    program.type("2")
    program.type("0")
    assert count(program) == "4 of 6 decided"
    assert program.marks == [
        ("claim", "some 4,000 people had signed a letter"),
        ("figure", "4,000"),
        ("claim", "Repairs cost 1.2 million"),
    ]
    program.press(Key.Key_Z, CTRL)
    assert count(program) == "3 of 6 decided"
    program.press(Key.Key_Z, CTRL | SHIFT)
    program.messages.answer = "Take"
    program.type("a")
    (question,) = program.messages.asked
    assert question.sentence == "All agree on 3 annotations. Take them into the final version?"
    assert "the harbour master" in question.detail
    assert len(program.marks) == 6
    program.wait_saved()
    program.press(Key.Key_Escape)
    program.wait_for(lambda: program.session.path is not None and not program.marks)
    took = [(one["took"], one.get("why"), one["by"]) for one in saved(folder, "ferry")["decisions"]]
    assert sorted(map(str, took)) == sorted(
        map(
            str,
            [("ann", None, "sam")] * 4 + [("ben", None, "sam"), ("none", None, "sam"), ("own", "edges", "sam")],
        )
    )
    now = bytes_below(folder)
    assert {path: now[path] for path in others} == others


def test_one_key_decides_all_of_a_kind_as_one_step(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.messages.answer = "Decide"
    program.type("g3")
    (question,) = program.messages.asked
    assert question.sentence.startswith("Edges: follow cem in 2 differences?")
    assert question.detail.splitlines() == ["that some 4,000 people had signed a letter", "some 4,000 people"]
    assert program.marks == [("figure", "some 4,000 people"), ("claim", "some 4,000 people had signed a letter")]
    program.press(Key.Key_Z, CTRL)
    assert (program.marks, count(program)) == ([], "0 of 6 decided")


def test_an_own_version_is_edited_freely(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.type("e")
    assert program.view.hasFocus()
    program.press(Key.Key_F)
    assert program.marks == [("figure", "some 4,000 people had signed a letter")]
    program.press(Key.Key_Escape)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    (decision,) = program.document.of(Decision).values()
    assert decision.took == "own"


def test_a_decision_is_open_again_once_somebody_changed_their_version(start: Start, folder: Path) -> None:
    program = compare(start, folder / "school.txt", deciding=True)
    program.type("00")
    assert count(program) == "2 of 2 decided"
    program.wait_saved()
    program.close()
    theirs = start(folder / "school.txt", annotator="ben")
    theirs.press(Key.Key_End, CTRL)
    theirs.press(Key.Key_Tab, SHIFT)
    theirs.press(Key.Key_S)
    theirs.wait_saved()
    assert theirs.marks[-1] == ("source", "two days")
    theirs.close()
    program = compare(start, folder / "school.txt", deciding=True)
    assert count(program) == "1 of 2 decided"
    assert "1 decision no longer stands." in program.said
    assert current(program) == "two days"


def test_one_annotator_alone_cannot_be_compared(start_again: Start, folder: Path) -> None:
    for name in NAMES[1:]:
        sidecar_of(folder / "ferry.txt", name).unlink()
    program = start_again(folder / "ferry.txt", annotator="sam")
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: "nothing to compare with" in program.said)


def test_another_article_is_opened_as_ones_own(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.window.open(folder / "school.txt")
    own = sidecar_of(folder / "school.txt", "sam")
    program.wait_for(lambda: program.session.current is not None and program.session.current.sidecar == own)
    assert program.window.findChild(ComparePanel) is None


def test_ones_own_earlier_version_is_compared(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "school.txt", annotator="ben")
    program.press(Key.Key_End, CTRL)
    program.press(Key.Key_Tab, SHIFT)
    program.press(Key.Key_S)
    program.wait_saved()
    program.press(Key.Key_F9, CTRL | SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    assert rows(program)[0] == "Label, 1"
    first, second = program.part(VersionsPane).accessibleName().split(". ")
    assert first == "1, ben, two days, source"
    assert second.startswith("2, ben 20")
    assert second.endswith(", two days, figure")
    program.type("1")
    assert program.said.startswith("This only compares")


def reasons(folder: Path) -> list[tuple[str, str | None]]:
    """Who was followed and why, in each decision of the final version."""
    path = folder / "ferry.annotations.gold.yaml"
    return [(one["took"], one.get("why")) for one in saved(folder, "ferry")["decisions"]] if path.exists() else []


def test_any_decision_gets_a_reason_by_one_key_more(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.type("r")
    assert program.said == "A reason belongs to a decision: this is not decided yet"
    program.type("1")
    before = current(program)
    program.type("r1")
    assert isinstance(QApplication.focusWidget(), DifferenceList)
    assert current(program) == before
    program.wait_for(lambda: reasons(folder) == [("ann", "edges")])
    program.press(Key.Key_Z, CTRL)
    program.wait_for(lambda: reasons(folder) == [("ann", None)])
    program.type("r")
    program.type("she was there")
    program.press(Key.Key_Return)
    program.wait_for(lambda: reasons(folder) == [("ann", "she was there")])
    assert any("Followed ann · she was there · sam" in label.text() for label in about(program))
    program.type("r")
    program.press(Key.Key_Escape)
    program.press(Key.Key_Tab)
    program.type("0")
    program.type("r5")
    program.wait_for(lambda: ("none", "missed") in reasons(folder))


def test_the_last_decision_says_so_and_what_is_left(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.type("00000")
    assert "decided" not in program.said
    program.type("0")
    assert program.said.endswith(". All differences are decided; A takes what all agree on.")
    program.messages.answer = "Take"
    program.type("a")
    assert program.said == "Took 3 on which all agree. All is decided."


def test_what_is_decided_at_once_gets_one_reason(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.messages.answer = "Decide"
    program.type("g2")
    program.type("r7")
    program.wait_for(lambda: [why for _who, why in reasons(folder)] == ["guideline", "guideline"])
    assert program.said == "Gave a reason for 2 decisions"


def about(program: Program) -> list[QLabel]:
    return program.part(ComparePanel).findChildren(QLabel)


def compared(program: Program) -> set[str]:
    """Names on the cards of the current difference."""
    told = program.part(VersionsPane).accessibleName()
    return {name for name in (*NAMES, "dia", "eva", "fred") if f", {name}, " in told}


def choose(program: Program, box_name: str) -> None:
    """Turn one of the boxes of the choice, by keys."""
    program.type("w")
    program.wait_for(lambda: (dialog := QApplication.activeWindow()) is not None and dialog.isModal())
    box(program.part(AnnotatorsDialog), box_name).setFocus()
    program.press(Key.Key_Space)
    program.press(Key.Key_Return)
    program.window.activateWindow()
    program.wait_for(program.window.isActiveWindow)


def test_who_is_compared_is_chosen_and_remembered(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt")
    assert compared(program) == {*NAMES}
    choose(program, "compare-cem")
    program.wait_for(lambda: compared(program) == {"ann", "ben"})
    program.wait_for(lambda: program.said.endswith("Left out: cem"))
    program.press(Key.Key_Escape)
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    assert compared(program) == {"ann", "ben"}
    choose(program, "compareByLetters")
    program.wait_for(lambda: not compared(program))
    program.wait_for(lambda: program.said.endswith("1 annotator is left out"))


def test_more_than_five_are_asked_about(start_again: Start, folder: Path) -> None:
    for name in ("dia", "eva", "fred"):
        shutil.copy(sidecar_of(folder / "ferry.txt", "ann"), sidecar_of(folder / "ferry.txt", name))
    program = start_again(folder / "ferry.txt", annotator="sam")
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: program.window.findChild(AnnotatorsDialog) is not None)
    dialog = program.part(AnnotatorsDialog)
    for name in ("ann", "ben", "cem"):
        box(dialog, f"compare-{name}").click()
    box(dialog, "compare-fred").click()
    program.press(Key.Key_Return)
    program.wait_for(lambda: program.window.findChild(ComparePanel) is not None and program.said.startswith("0 diff"))
    assert program.said == "0 differences · Left out: ann, ben, cem"


def box(dialog: AnnotatorsDialog, name: str) -> QCheckBox:
    found = dialog.findChild(QCheckBox, name)
    assert isinstance(found, QCheckBox)
    return found


def test_the_whole_with_the_mouse_alone(start_again: Start, folder: Path) -> None:
    others = bytes_below(folder)
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    click_key(program, "Tab")
    assert current(program) == "some 4,000 people"
    click_key(program, "M")
    click_key(program, "U")
    assert count(program) == "1 of 6 decided"
    click_key(program, "0")
    assert count(program) == "2 of 6 decided"
    program.messages.answer = "Decide"
    click_key(program, "G")
    click_key(program, "2")
    assert program.messages.asked[-1].sentence.startswith("Label: follow ben in 1 difference?")
    assert count(program) == "3 of 6 decided"
    click_key(program, "…")  # where the keys are that find no room in this window
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().endswith("\tH")).trigger()
    assert ", ann, " not in program.part(VersionsPane).accessibleName()
    click_key(program, "G")
    click_key(program, "Esc")
    assert program.window.findChild(ComparePanel)
    click_key(program, "Esc")
    assert program.window.findChild(ComparePanel) is None
    program.wait_saved()
    now = bytes_below(folder)
    assert {path: now[path] for path in others} == others


def badges(program: Program) -> list[tuple[str, bool]]:
    """What stands beside the text: the words of each badge, and whether it is pale."""
    margin, text = program.part(StatementMargin), program.document.article.text
    assert program.view.canvas
    signs = [
        sign
        for at in program.view.placements(margin.rect())
        for sign in margin.signs(at, program.view.canvas, margin.rect())
    ]
    return [(sign.annotations[0].span.of(text), margin.is_pale(sign)) for sign in signs]


def test_what_differs_has_a_badge_that_leads_to_it(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    assert badges(program)[:4] == [
        ("The night ferry sails again from Monday", True),
        ("the harbour master", True),
        ("that some 4,000 people had signed a letter", False),
        ("some 4,000 people", False),
    ]
    margin, canvas = program.part(StatementMargin), program.view.canvas
    assert canvas
    program.click_at(margin, badges_of(margin.signs_within(canvas, margin.rect()))["8"].center().toPoint())
    assert current(program) == "A second boat will be bought in spring"
    assert isinstance(QApplication.focusWidget(), DifferenceList)
    program.type("1")
    assert badges(program)[-1] == ("A second boat will be bought in spring", True)
    program.click_at(margin, badges_of(margin.signs_within(canvas, margin.rect()))["0"].center().toPoint())
    assert program.said == "All agree here"
    program.press(Key.Key_Escape)
    program.wait_for(lambda: badges(program) == [])


def test_undo_shows_what_is_open_again(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    program.type("10")
    assert current(program) == "Repairs cost 1.2 million"
    program.press(Key.Key_Z, CTRL, times=2)
    assert current(program) == "that some 4,000 people had signed a letter"
    program.press(Key.Key_Z, CTRL | SHIFT, times=2)
    assert current(program) == "some 4,000 people"


def test_the_bar_says_what_keys_do_in_the_text(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt", deciding=True)
    bar = next(bar for bar in program.window.findChildren(ModeBar) if bar.isVisible())
    program.click(program.point_at(3))
    assert bar.accessibleName() == "Esc back to the differences"
    click_key(program, "Esc")
    assert isinstance(QApplication.focusWidget(), DifferenceList)
    assert bar.accessibleName().startswith("Tab next difference")


def test_the_banner_on_others_work_leads_to_the_comparison(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "ferry.txt", annotator="sam")
    assert "a review or a comparison shows them" in program.banners["others"]
    program.click_banner("Compare annotators")
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    assert "others" not in program.banners


def test_a_comparison_begun_by_a_key_takes_away_the_banner_that_leads_to_it(start_again: Start, folder: Path) -> None:
    program = start_again(folder / "ferry.txt", annotator="sam")
    assert "others" in program.banners
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    assert "others" not in program.banners


def test_the_differences_begin_where_the_text_does_once_the_banner_is_gone(start: Start, folder: Path) -> None:
    program = start(folder / "ferry.txt", annotator="sam")
    program.window.resize(900, 600)
    program.wait_for(lambda: program.window.width() == 900)
    assert "others" in program.banners
    program.press(Key.Key_F9, CTRL)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    tops = [program.part(part).mapTo(program.window, QPoint()).y() for part in (ComparePanel, ArticleView)]
    assert tops[0] == tops[1]


def decided_by(folder: Path) -> set[str]:
    """Names of who made the decisions of the final version."""
    return {str(one["by"]) for one in saved(folder, "ferry")["decisions"]}


@pytest.mark.parametrize("annotator", ["", "gold"])
def test_who_decides_without_a_name_is_asked_for_it_once(start_again: Start, folder: Path, annotator: str) -> None:
    program = start_again(folder / "ferry.txt", annotator=annotator)
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: program.part(DeciderDialog).isActiveWindow())
    program.press(Key.Key_Return)
    assert program.part(QLabel, "nameProblem").isVisible()
    program.type("gold")
    program.press(Key.Key_Return)
    assert program.part(QLabel, "nameProblem").text().startswith("gold is the final version itself")
    program.press(Key.Key_A, CTRL)
    program.type("lea")
    program.press(Key.Key_Return)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    program.type("1")
    program.wait_saved()
    assert decided_by(folder) == {"lea"}
    program.press(Key.Key_Escape)
    program.wait_for(lambda: program.document.annotator == annotator and not program.session.coming)
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: isinstance(QApplication.focusWidget(), DifferenceList))
    program.type("2")
    program.wait_saved()
    assert decided_by(folder) == {"lea"}


@pytest.mark.parametrize("way", ["key", "mouse"])
def test_nothing_is_opened_where_no_name_is_given(start_again: Start, folder: Path, way: str) -> None:
    program = start_again(folder / "ferry.txt")
    program.press(Key.Key_F9, SHIFT)
    program.wait_for(lambda: program.part(DeciderDialog).isActiveWindow())
    if way == "key":
        program.press(Key.Key_Escape)
    else:
        program.part(QPushButton, "cancelName").click()
    assert program.window.findChild(ComparePanel) is None
    assert program.document.annotator == ""


def test_the_comparison_names_the_key_that_begins_to_decide(start_again: Start, folder: Path) -> None:
    program = compare(start_again, folder / "ferry.txt")
    click_key(program, "Shift+F9")
    program.wait_for(lambda: "decided" in count(program))
    program.type("1")
    assert count(program) == "1 of 6 decided"
