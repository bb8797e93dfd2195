"""Run the short form of one proof until a line fails: ``python -m tests.proofs.planting.until_red NAME LINE``.

The exit code is ``RED`` where it failed, and it is printed last; 0 where it did not. Anything else, such as an error of
the proof itself, is no finding.
"""

from __future__ import annotations

import sys

from tests.proofs.all_proofs import proof_named

RED = 3


def main(name: str, line: str) -> int:
    """Print each line as it is found; stop at the expected one if it fails."""
    for found in proof_named(name).prove(full=False):
        print(found, flush=True)
        if line in found.what and not found.holds:
            return RED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
