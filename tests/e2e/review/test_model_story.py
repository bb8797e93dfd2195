"""An annotator is tested in place of a person in the window of agreement, with the values of the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QMenu, QWidget

from annotator.commands.agreement import command
from tests.e2e.review.test_agreement_story import ANA, BEN, filled, measured, sidecar
from tests.support.program import NONE, Key, Program
from tests.support.stories import bytes_below

Start = Callable[..., Program]


def with_bot(folder: Path, articles: int = 6) -> Path:
    """The folder of two people, and a third annotator who marks as ana does in the first articles."""
    filled(folder)
    for at in range(articles):
        rows = BEN if at % 3 == 2 else ANA
        (folder / f"quay{at}.annotations.bot.yaml").write_text(sidecar("bot", rows, f"quay{at}.txt"), "utf-8")
    return folder


def told(program: Program) -> str:
    return program.part(QWidget, "agreementModelTold").accessibleName()


def choose(program: Program, model: str) -> None:
    """Choose the model by keys: along the window with Tab, in the menu with the arrows."""
    button = program.part(QAbstractButton, "agreementModel")
    for _stop in range(30):
        if button.hasFocus():
            break
        program.press(Key.Key_Tab)
    program.press(Key.Key_Down)
    program.wait_for(lambda: program.part(QMenu, "agreementModels").isVisible())
    names = [action.text() for action in program.part(QMenu, "agreementModels").actions()]
    program.press(Key.Key_Down, times=names.index(model) + 1)
    program.press(Key.Key_Return)
    program.wait_for(lambda: told(program) != "")


def test_a_model_is_tested_by_keys_as_on_the_command_line(
    start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = bytes_below(with_bot(tmp_path))
    program = measured(start, tmp_path)
    choose(program, "bot")
    assert program.part(QAbstractButton, "agreementModel").text() == "bot"
    assert command([str(tmp_path), "--model", "bot", "--resamples", "0"]) == 0
    printed = [line.strip() for line in capsys.readouterr().out.splitlines()]
    lines = told(program).split("\n")
    assert lines == printed[printed.index(lines[0]) :]
    assert command([str(tmp_path), "--model", "bot", "--resamples", "0", "--json"]) == 0
    test = json.loads(capsys.readouterr().out)["alternative_test"]
    won = [one["annotator"] for one in test["against"] if f"against {one['annotator']}: won" in told(program)]
    assert len(won) == test["omega"] * len(test["against"])
    assert all(
        f"advantage {one['advantage']:.2f}, p {one['p']:.3f}, 6 articles" in lines[at]
        for at, one in enumerate(test["against"], 1)
    )
    now = bytes_below(tmp_path)
    assert {path: now[path] for path in before} == before
    dialog = program.part(QDialog, "agreementDialog")
    assert dialog.focusWidget() is program.part(QAbstractButton, "agreementModel")
    dialog.activateWindow()  # which a system does by itself once the menu is closed
    program.wait_for(dialog.isActiveWindow)
    program.press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_model_is_chosen_with_the_mouse(start: Start, tmp_path: Path) -> None:
    program = measured(start, with_bot(tmp_path))
    button = program.part(QAbstractButton, "agreementModel")
    program.click_at(button, button.rect().center())
    menu = program.part(QMenu, "agreementModels")
    action = next(action for action in menu.actions() if action.text() == "bot")
    program.click_at(menu, menu.actionGeometry(action).center())
    program.wait_for(lambda: told(program).startswith("bot instead of a person: may"))


def test_the_result_comes_into_sight_in_a_small_window(start: Start, tmp_path: Path) -> None:
    program = measured(start, with_bot(tmp_path))
    dialog = program.part(QDialog, "agreementDialog")
    dialog.resize(700, 500)
    program.wait_for(lambda: dialog.height() == 500)
    choose(program, "bot")
    result = program.part(QWidget, "agreementModelTold")
    program.wait_for(lambda: result.visibleRegion().boundingRect().bottom() == result.rect().bottom())


@pytest.mark.parametrize(("articles", "count"), [(0, "0 articles are"), (1, "1 article is")])
def test_too_few_articles_are_said_in_words(start: Start, tmp_path: Path, articles: int, count: str) -> None:
    program = measured(start, with_bot(tmp_path, articles))
    choose(program, "bot" if articles else "ana")
    assert f"instead of a person: too few, {count} by it and two people at least, two are needed" in told(program)


def test_reviews_and_final_versions_are_no_models(start: Start, tmp_path: Path) -> None:
    decided = 'decisions:\n- {id: d1, over: {ana: "0"}, of: {ana: claim-0}, took: none, by: dee}\n'
    for name in ("gold", "dee"):
        head = sidecar(name, [], "quay0.txt").replace("annotations:\n", "")
        (with_bot(tmp_path) / f"quay0.annotations.{name}.yaml").write_text(head + decided, "utf-8")
    program = measured(start, tmp_path)
    button = program.part(QAbstractButton, "agreementModel")
    program.click_at(button, button.rect().center())
    assert [action.text() for action in program.part(QMenu, "agreementModels").actions()] == ["ana", "ben", "bot"]
    program.press(Key.Key_Escape, NONE)
    pair = program.part(QAbstractButton, "agreementWho")
    program.click_at(pair, pair.rect().center())
    pairs = [action.text() for action in program.part(QMenu, "agreementPairs").actions()]
    assert "A ana · B Final version" in pairs
    program.press(Key.Key_Escape, NONE)
