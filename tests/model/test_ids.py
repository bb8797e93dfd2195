"""New ids."""

from __future__ import annotations

import random
import re

from annotator.model.ids import new_id


def test_an_id_is_six_characters_a_letter_first() -> None:
    source = random.Random(1)
    assert all(re.fullmatch("[a-z][a-z0-9]{5}", new_id((), source)) for _ in range(200))


def test_a_taken_id_is_not_given_again() -> None:
    first = new_id((), random.Random(1))
    assert new_id({first}, random.Random(1)) != first
