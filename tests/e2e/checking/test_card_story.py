"""From a bare claim to a filled card by keys alone, and back again step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from tests.e2e.checking.card_steps import go
from tests.support.program import CTRL, SHIFT, Key, Program

TEXT = (
    "Bridge stays shut\n\n"
    "The harbour master, Ines Okoro, said on Monday that some 3,000 people, among them 2,400 pupils, "
    "had crossed the bridge in one day.\n"
)
CLAIM = "some 3,000 people, among them 2,400 pupils, had crossed the bridge in one day"


def test_a_bare_claim_becomes_a_filled_card(start_again: Callable[..., Program], tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    program = start_again(tmp_path / "bridge.txt")
    program.select(CLAIM)
    program.press(Key.Key_Escape)
    program.type("c")
    program.press(Key.Key_K)
    write_in_full(program)
    say_who(program)
    count(program)
    judge(program)
    program.press(Key.Key_Escape)
    program.wait_saved()
    assert saved(tmp_path) == {
        "in_full": "3,000 people crossed the bridge.",
        "kind": "quantity",
        "verdict": "refuted",
        "state": "confirmed",
        "relations": ["attributed_to", "cued_by", "quantifies", "quantifies"],
    }
    steps = program.session.history.activeStack().count()
    program.press(Key.Key_Z, CTRL, times=steps)
    assert program.marks == []
    assert not program.document.relations
    program.press(Key.Key_Z, CTRL | SHIFT, times=steps)
    program.wait_saved()
    assert saved(tmp_path)["verdict"] == "refuted"


def write_in_full(program: Program) -> None:
    program.press(Key.Key_A, CTRL)
    program.type("3,000 people crossed the bridge.")
    program.press(Key.Key_Return)
    program.type("2")


def say_who(program: Program) -> None:
    """Fill the source with a selection; its cue is proposed and taken."""
    go(program, "fill-attributed_to")
    program.press(Key.Key_Return)
    select_in_text(program, "The harbour master, Ines Okoro")
    program.press(Key.Key_Return)
    go(program, "proposed-cue")
    program.press(Key.Key_Return)


def count(program: Program) -> None:
    """Fill both figures with selections."""
    for words in ("some 3,000", "2,400"):
        go(program, "fill-quantifies<")
        program.press(Key.Key_Return)
        select_in_text(program, words)
        program.press(Key.Key_Return)


def judge(program: Program) -> None:
    go(program, "check-to-check")
    program.type("3")
    go(program, "check-supported")
    program.type("2")


def select_in_text(program: Program, words: str) -> None:
    """Select the words by keys in the text, where the card has put the keyboard."""
    assert program.view.hasFocus()
    at = TEXT.index(words)
    program.press(Key.Key_Home, CTRL)
    program.press(Key.Key_Right, times=at)
    program.select_on(len(words))


def saved(folder: Path) -> dict[str, object]:
    """What the sidecar says of the claim, and which relations there are."""
    whole = yaml.safe_load(next(folder.glob("bridge*.yaml")).read_text("utf-8"))
    claim = next(one for one in whole["annotations"] if one["label"] == "claim")
    values = {name: claim["attributes"].get(name) for name in ("in_full", "kind", "verdict")}
    relations = sorted(one["type"] for one in whole["relations"])
    return {**values, "state": claim["state"], "relations": relations}
