"""Changes that the program makes itself end with their block, also where it fails: the user is heard again."""

from __future__ import annotations

import pytest

from annotator.ui.widgets.own_changes import OwnChanges


def test_a_block_within_another_does_not_end_it() -> None:
    own = OwnChanges()
    with own.made():
        with own.made():
            pass
        assert own.under_way
    assert not own.under_way


def test_a_block_that_fails_ends_too() -> None:
    own = OwnChanges()
    with pytest.raises(ZeroDivisionError), own.made():
        raise ZeroDivisionError
    assert not own.under_way
