"""Lets the operations fail at one call after another, its share of them, and tells as JSON what it found.

``python -m tests.proofs.failing_calls_child full|short SEED SHARES SHARE [OPERATION…]``
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.support.failing.calls import Call, can_inject
from tests.support.failing.operation import Operation
from tests.support.failing.operations import OPERATIONS
from tests.support.failing.trials import SHORT, SHORT_THEN_ROOM, Failure, Found, Trial

ERRORS = ("EIO", "ENOSPC", "EINTR", "EACCES", "EDQUOT")
WRITES = re.compile(r"write|fsync|rename|unlink|mkdir|fch|chmod|O_CREAT")
"""What the short form tries of each operation: some of these calls, and some of the others."""
SOME = 8


def main(form: str, seed: int, shares: int, share: int, operations: Sequence[Operation]) -> Found:
    """Try every ``shares``-th failure, from the ``share``-th on."""
    found, chance, traced = Found(errors=len(ERRORS)), random.Random(seed), can_inject()
    with tempfile.TemporaryDirectory(prefix="proof-") as place:
        for operation in operations:
            trial = Trial(operation, Path(place), traced=traced)
            found.calls += len(trial.calls)
            failures = (
                [*_failures(trial.calls), *_short_writes(trial.calls)] if form == "full" else _few(trial.calls, chance)
            )
            for failure in failures[share::shares]:
                trial.fail(failure, found)
    return found


def _failures(calls: Sequence[Call]) -> Iterator[Failure]:
    """Every call with every error."""
    return (Failure(error, call) for call in calls for error in ERRORS)


def _short_writes(calls: Sequence[Call]) -> Iterator[Failure]:
    """Files that cannot grow beyond a byte, and beyond the half of what each write has for them."""
    for limit in sorted({1, *(call.wrote[0] // 2 for call in calls if call.wrote[0] > 1)}):
        yield Failure(SHORT, limit=limit)
        if calls:
            yield Failure(SHORT_THEN_ROOM, limit=limit)


def _few(calls: Sequence[Call], chance: random.Random) -> list[Failure]:
    """Some calls that write and some others, the errors in turn."""
    writing = [call for call in calls if WRITES.search(call.line)]
    others = [call for call in calls if call not in writing]
    some = [call for kind in (writing, others) for call in chance.sample(kind, min(SOME, len(kind)))]
    errors = chance.sample(ERRORS, len(ERRORS))
    short = [*_short_writes(calls)]
    return [
        *(Failure(errors[place % len(errors)], call) for place, call in enumerate(some)),
        *chance.sample(short, min(2, len(short))),
    ]


if __name__ == "__main__":
    output = os.dup(sys.stdout.fileno())
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # where commands print, by calls that fail too
    chosen = [operation for operation in OPERATIONS if operation.name in sys.argv[5:] or len(sys.argv) == 5]
    result = main(sys.argv[1], *map(int, sys.argv[2:5]), chosen)
    os.write(output, json.dumps(asdict(result)).encode())
