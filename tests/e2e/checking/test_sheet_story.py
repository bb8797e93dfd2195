"""From the bare text of the sample to checked claims, with the keyboard alone.

Two claims with source, cue and figures, verdict and state, two pieces of evidence and one quote check; then undone.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from annotator.storage.program.resources import samples
from annotator.ui.widgets.lists.two_line_rows import TwoLineRows
from tests.e2e.checking.card_steps import go
from tests.support.program import CTRL, Key, Program, sidecar_of
from tests.ui.evidence.pieces import close, copy, pieces, shown

Start = Callable[..., Program]
SAMPLE = "aleppo-evacuation.txt"
COUNT = (
    "Around 3,000 civilians and more than 40 wounded people, some of them children, "
    "were out after the first two convoys"
)
SPEECH = 'The city\'s "liberation" was "history in the making"'
QUOTES = ("liberation", "history in the making")
REPORT = "https://example.org/situation-report-14"
TRANSCRIPT = "The president: This is history in the making, and every Syrian citizen is making it.\n"


@pytest.fixture
def program(start_again: Start, tmp_path: Path) -> Program:
    """The program with the sample's bare text."""
    shutil.copy(samples() / SAMPLE, tmp_path)
    return start_again(tmp_path / SAMPLE)


def test_two_claims_are_checked_by_keys(program: Program, tmp_path: Path) -> None:
    tag(program, COUNT, "c")
    program.press(Key.Key_K)
    say_who(program, "Marianne Gasser, who leads the ICRC in Syria", "said")
    fill(program, "fill-quantifies<", "Around 3,000")
    fill(program, "fill-quantifies<", "more than 40")
    confirm_figures(program)
    paste_evidence(program)
    judge(program, state="3", verdict="1")
    program.press(Key.Key_Escape)
    tag(program, '"history in the making"', "q")
    tag(program, SPEECH, "c")
    program.press(Key.Key_K)
    say_who(program, "Assad", "declared")
    attach_evidence(program, tmp_path)
    judge(program, state="1", verdict="4")
    program.press(Key.Key_Escape)
    program.wait_saved()
    assert sheet(tmp_path) == [
        ("figure", "Around 3,000", {"value": 3000, "modifier": "about", "counted": "civilians"}),
        ("claim", COUNT, {"state": "confirmed", "verdict": "supported"}),
        ("figure", "more than 40", {"value": 40, "modifier": "more-than", "counted": "wounded people"}),
        ("cue", "said", {}),
        ("source", "Marianne Gasser, who leads the ICRC in Syria", {}),
        ("claim", SPEECH, {"state": "to-check", "verdict": "conflicting"}),
        ("quote", '"history in the making"', {}),
        ("source", "Assad", {}),
        ("cue", "declared", {}),
    ]
    assert relations(tmp_path) == [one for one in ("attributed_to", "cued_by", "quantifies") for _claim in range(2)]
    assert [(one.get("link", ""), one.get("quote", "")) for one in evidence(tmp_path)] == [
        (REPORT, ""),
        ("", "history in the making"),
    ]
    steps = program.session.history.activeStack().count()
    program.press(Key.Key_Z, CTRL, times=steps)
    assert (program.marks, pieces(program)) == ([], [])


def tag(program: Program, words: str, key: str) -> None:
    """Find the words, select the match and tag it."""
    program.press(Key.Key_Escape)
    program.press(Key.Key_F, CTRL)
    program.press(Key.Key_A, CTRL)
    program.type(words)
    program.press(Key.Key_Return)
    program.wait_for(program.view.hasFocus)
    program.type(key)


def say_who(program: Program, source: str, cue: str) -> None:
    """Fill the source with a selection; its cue is proposed and taken."""
    fill(program, "fill-attributed_to", source)
    go(program, "proposed-cue")
    program.press(Key.Key_Return)
    assert ("cue", cue) in program.marks


def fill(program: Program, chip: str, words: str) -> None:
    """Go from the chip to the text, select the words there and give them to the slot."""
    go(program, chip)
    program.press(Key.Key_Return)
    assert program.view.hasFocus()
    claim = program.session.selected_annotation
    near = program.document.article.text.index(words, claim.span.start if claim else 0)
    program.go_to(near)
    program.select_on(len(words))
    program.press(Key.Key_Return)


def confirm_figures(program: Program) -> None:
    """Confirm what the rule has read of both figures."""
    figures = [one for one in program.document.in_text_order() if one.label == "figure"]
    assert all(one.by_rule for one in figures)
    for one in figures:
        go(program, f"row-{one.id}")
        program.press(Key.Key_Return)
    assert not any(one.by_rule for one in program.document.annotations.values())


def paste_evidence(program: Program) -> None:
    go(program, "addEvidence")
    copy(REPORT)
    program.press(Key.Key_V, CTRL)
    assert [piece.link for piece in pieces(program)] == [REPORT]


def attach_evidence(program: Program, folder: Path) -> None:
    """Attach the transcript by the form of a new piece, check the quote by it, and note the words found."""
    given = folder.parent / "transcript.txt"
    given.write_text(TRANSCRIPT, "utf-8")
    program.messages.evidence = str(given)
    go(program, "addEvidence")
    program.type("e")
    shown(program, "evidenceEditor")
    program.type("Speech, transcript")
    go(program, "attachFile")
    program.press(Key.Key_Space)
    program.wait_for(lambda: any(piece.file for piece in pieces(program)))
    close(program, "evidenceEditor")
    go(program, "evidenceRows")
    program.type("q")
    dialog = shown(program, "quotesDialog")
    rows = dialog.findChild(TwoLineRows, "quoteRows")
    assert rows is not None
    program.wait_for(lambda: rows.model().rowCount() == len(QUOTES) and rows.hasFocus())
    program.press(Key.Key_End)
    program.type("n")
    close(program, "quotesDialog")


def judge(program: Program, *, state: str, verdict: str) -> None:
    go(program, "check-to-check")
    program.type(state)
    go(program, "check-supported")
    program.type(verdict)


def saved(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(sidecar_of(folder / SAMPLE).read_text("utf-8"))
    return content


def sheet(folder: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """Label, words, and the chosen facts of each annotation, as far as they are set."""
    wanted = ("verdict", "value", "modifier", "counted")
    found = []
    for one in saved(folder)["annotations"]:
        facts = {name: one["attributes"][name] for name in wanted if name in one.get("attributes", {})}
        state = {"state": one["state"]} if "state" in one else {}
        found.append((one["label"], one["text"], state | facts))
    return found


def relations(folder: Path) -> list[str]:
    return sorted(one["type"] for one in saved(folder)["relations"])


def evidence(folder: Path) -> list[dict[str, Any]]:
    return sorted(saved(folder)["evidence"], key=lambda one: one.get("link", ""), reverse=True)
