"""Long proofs that nothing is lost: ``python -m tests.proofs [--full] [NAME…]``; without names, all of them."""

from __future__ import annotations

import argparse
import os
import sys
import time
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
NOT_PROOFS = ("__main__", "pace", "result")


def main() -> int:
    """Run the proofs and print what they find; 1 where a bar is not kept."""
    names = sorted(p.stem for p in HERE.glob("*.py") if not p.stem.startswith("test_") and p.stem not in NOT_PROOFS)
    names = [name for name in names if not name.endswith("_child")]
    parser = argparse.ArgumentParser(prog="python -m tests.proofs", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"one of {', '.join(names)}")
    parser.add_argument("--full", action="store_true", help="as often as it takes; the short form is for every day")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in names]:
        parser.error(f"there is no proof {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(HERE.parent))
    failed = [name for name in options.names or names if not proved(name, options.full)]
    return 1 if failed else 0


def proved(name: str, full: bool) -> bool:
    """Run one proof and print its lines."""
    began = time.monotonic()
    lines = import_module(f"tests.proofs.{name}").prove(full)
    print(f"── {name}, {'full' if full else 'short'} form, {time.monotonic() - began:.0f} s", flush=True)
    for line in lines:
        print(f"   {line}", flush=True)
    return all(line.holds for line in lines)


if __name__ == "__main__":
    sys.exit(main())
