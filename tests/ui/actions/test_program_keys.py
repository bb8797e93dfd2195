"""The list of keys that commands and forms know is that of the table of actions."""

from __future__ import annotations

from annotator.storage.schemes.program_keys import HELD_KEYS, RESERVED_KEYS
from annotator.ui.actions.row import Scope
from annotator.ui.actions.table import ACTIONS


def test_held_keys_are_those_that_act_alone_and_do_not_yield() -> None:
    alone = {key.lower(): row for row in ACTIONS if row.scope is Scope.ARTICLE for key in row.keys if len(key) == 1}
    assert {key for key, row in alone.items() if not row.yields} == HELD_KEYS
    assert alone.keys() <= RESERVED_KEYS
