"""The process that computes gamma: reads articles as JSON, writes ``[path, gamma, low, high]`` a line."""

from __future__ import annotations

import json
import math
import random
import sys
from importlib import import_module
from typing import Any

MISSING = "pygamma-agreement is not installed: pip install 'article-annotator[gamma]'"


def measure(asked: dict[str, Any]) -> list[list[Any]]:
    """Return a row for each article. Raises ImportError where the library is missing.

    What is expected by chance is sampled as in section 5.2 of the paper, which is not what the library does by itself.
    """
    library, core, numpy = (import_module(name) for name in ("pygamma_agreement", "pyannote.core", "numpy"))
    dissimilarity = library.CombinedCategoricalDissimilarity(alpha=asked["positions"], beta=1, delta_empty=1)
    rows: list[list[Any]] = []
    for path, units in asked["articles"].items():
        numpy.random.seed(asked["seed"])
        random.seed(asked["seed"])
        if len(units) < 2 or not all(units.values()):
            rows.append([path, None, None, None])
            continue
        continuum = library.Continuum()
        for name, items in units.items():
            for label, start, end in items:
                continuum.add(name, core.Segment(start, end), label)
        found = continuum.compute_gamma(
            dissimilarity,
            n_samples=asked["samples"],
            precision_level=asked["precision"],
            sampler=library.ShuffleContinuumSampler(),
        )
        rows.append([path, *map(_finite, (found.gamma, *found.approx_gamma_range))])
    return rows


def _finite(number: Any) -> float | None:
    """Return the number; None where it is none, as the interval where all is alike and can only be so."""
    return float(number) if math.isfinite(number) else None


def main() -> int:
    """Answer one question; return 1 where the library is missing."""
    try:
        rows = measure(json.load(sys.stdin))
    except ImportError:
        sys.stderr.write(f"{MISSING}\n")
        return 1
    for row in rows:
        sys.stdout.write(f"{json.dumps(row)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
