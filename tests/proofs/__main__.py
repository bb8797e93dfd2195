"""Long proofs that nothing is lost: ``python -m tests.proofs [--full | --planted] [NAME…]``; without names, all."""

from __future__ import annotations

import argparse
import os
import sys
import time

from tests.proofs.all_proofs import proof_named, proof_names
from tests.proofs.planting.running import planted


def main() -> int:
    """Run the proofs and print what they find; 1 where a bar is not kept, or where a planted fault is not noticed."""
    names = proof_names()
    parser = argparse.ArgumentParser(prog="python -m tests.proofs", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"one of {', '.join(names)}")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--full", action="store_true", help="as often as it takes; the short form is for every day")
    form.add_argument("--planted", action="store_true", help="run the short form with each of its planted faults")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in names]:
        parser.error(f"there is no proof {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen = options.names or names
    failed = [name for name in chosen if not (noticed(name) if options.planted else proved(name, options.full))]
    return 1 if failed else 0


def proved(name: str, full: bool) -> bool:
    """Run one proof and print its lines."""
    began, proof, holds = time.monotonic(), proof_named(name), True
    print(f"── {name}, {'full' if full else 'short'} form; it fails if {proof.FAILS_IF}", flush=True)
    for line in proof.prove(full):
        print(f"   {line}", flush=True)
        holds = holds and line.holds
    print(f"   {time.monotonic() - began:.0f} s", flush=True)
    return holds


def noticed(name: str) -> bool:
    """Plant the faults of one proof, one after another, and print which it notices."""
    print(f"── {name}, planted faults", flush=True)
    outcomes = []
    for fault in proof_named(name).FAULTS:
        outcomes.append(planted(name, fault))
        print(f"   {outcomes[-1]}", flush=True)
    return all(outcome.noticed for outcome in outcomes)


if __name__ == "__main__":
    sys.exit(main())
