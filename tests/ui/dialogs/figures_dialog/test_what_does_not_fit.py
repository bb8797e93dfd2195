"""Findings in the window: walked through, looked at, dismissed with a reason and taken back, by keys and mouse."""

from __future__ import annotations

from annotator.model.kinds.dismissals import Dismissal
from tests.support.program import ALT, CTRL, Key
from tests.ui.dialogs.figures_dialog.conftest import FiguresWindow

REASON = "the second one counts the sheds too"


def wait_for_names(report: FiguresWindow) -> None:
    """Wait until the names are there too, and with them what does not fit among them."""
    report.wait_for(lambda: report.text("factState").startswith("3 places do not fit"))


def test_a_mismatch_is_lit_and_said_with_its_arithmetic(report: FiguresWindow) -> None:
    report.program.press(Key.Key_Down, ALT)
    assert report.at.startswith("412")
    assert report.text("findingSentence") == (
        "Sentence 2 says “412” and sentence 4 “421” of the same thing, homes flooded. They differ by 9."
    )
    assert report.figures[0] == "homes flooded, Two numbers for one thing"
    assert report.figures[2].endswith("does not fit")


def test_the_next_key_goes_round(report: FiguresWindow) -> None:
    wait_for_names(report)
    titles = []
    for _finding in range(4):
        report.program.press(Key.Key_Down, ALT)
        titles.append(report.text("findingTitle"))
    assert titles == [
        "1 of 3 · Two numbers for one thing",
        "2 of 3 · Two spellings of a name",
        "3 of 3 · A weekday that does not fit its date",
        "1 of 3 · Two numbers for one thing",
    ]


def test_it_cannot_be_dismissed_without_a_reason(report: FiguresWindow) -> None:
    report.program.press(Key.Key_Down, ALT)
    assert not report.button("dismissFinding").isEnabled()
    report.program.press(Key.Key_R, ALT)
    report.program.type("  ")
    assert not report.button("dismissFinding").isEnabled()
    report.program.press(Key.Key_Return)
    assert not report.program.document.of(Dismissal)


def test_a_dismissal_is_saved_undone_and_taken_back(report: FiguresWindow) -> None:
    wait_for_names(report)
    report.program.press(Key.Key_Down, ALT)
    report.program.press(Key.Key_R, ALT)
    report.program.type(REASON)
    report.click("dismissFinding")
    report.wait_for(lambda: report.text("findingReason") == f"It does fit, because: {REASON}")
    assert report.figures[0] == "homes flooded"
    (dismissal,) = report.program.document.of(Dismissal).values()
    assert (dismissal.kind, dismissal.of, dismissal.why) == ("same-thing", ("f1", "f2"), REASON)
    report.program.wait_saved()
    report.dialog.setFocus()
    report.program.press(Key.Key_Z, CTRL)
    report.wait_for(lambda: report.figures[0] == "homes flooded, Two numbers for one thing")
    assert not report.program.document.of(Dismissal)


def test_dismissed_ones_are_counted_shown_and_taken_back(report: FiguresWindow) -> None:
    wait_for_names(report)
    report.program.press(Key.Key_Down, ALT)
    report.program.press(Key.Key_R, ALT)
    report.program.type(REASON)
    report.program.press(Key.Key_Return)
    report.wait_for(lambda: report.button("showDismissed").text() == "Show 1 dismissed")
    report.program.press(Key.Key_Down, ALT)
    assert report.text("findingTitle") == "1 of 2 · Two spellings of a name"
    report.click("showDismissed")
    assert report.text("findingTitle") == "Dismissed · Two numbers for one thing"
    report.click("takeBackDismissal")
    report.wait_for(lambda: not report.program.document.of(Dismissal))
    assert report.text("factSaid").startswith("Take back the dismissal of")
    wait_for_names(report)


def test_the_pill_lists_them(report: FiguresWindow) -> None:
    wait_for_names(report)
    assert report.button("unfitPill").text() == "3 do not fit"
