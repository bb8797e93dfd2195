"""Places of errors in foreign files."""

from __future__ import annotations

from annotator.interop.foreign.errors import line_place
from annotator.translation.messages import use
from tests.support.marked_language import WithFullStops


def test_lines_are_written_as_the_language_of_the_window_writes_numbers() -> None:
    use(forms=WithFullStops())
    try:
        assert line_place(1204, "table.csv") == "table.csv, line 1.204"
    finally:
        use()
