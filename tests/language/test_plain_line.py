"""Lines of text: the side from which they are read."""

from __future__ import annotations

import pytest

from annotator.language.plain_line import reads_leftwards, runs_leftwards


@pytest.mark.parametrize(
    ("text", "in_such_a_window", "anywhere"),
    [
        ("مكتمل", True, True),
        ("claim: ٣٤، و ٣٣ غيرها", True, False),
        ("aleppo-evacuation.txt", False, False),
        ("(2)", True, False),
        ("", True, False),
    ],
)
def test_the_side_from_which_a_text_is_read(text: str, *, in_such_a_window: bool, anywhere: bool) -> None:
    assert (reads_leftwards(text), runs_leftwards(text)) == (in_such_a_window, anywhere)
