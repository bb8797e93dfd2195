"""Gamma of articles (Mathet, Widlöcher and Métivier 2015), asked of a process that has pygamma-agreement.

The library brings a compiler and a solver, which take seconds to load and hundreds of megabytes: the program itself
never imports it. The process reads one JSON object from its input and writes one line for each article.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.model.span import Span
from annotator.model.told_error import ToldError
from annotator.translation.messages import _

COMMAND = (sys.executable, "-m", "annotator.review.gamma.measuring")
SEED, SAMPLES, PRECISION = 20_260, 30, 0.05


class GammaError(ToldError):
    """Gamma cannot be computed, with a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Gamma:
    """Gamma of an article with the interval of its sampling, None where it cannot be computed.

    ``used`` has the number of annotations of each annotator.
    """

    article: str
    value: float | None
    low: float | None = None
    high: float | None = None
    used: Mapping[str, int] = field(default_factory=dict)


def gammas(
    articles: Mapping[str, Mapping[str, Sequence[tuple[str, Span]]]],
    *,
    seed: int = SEED,
    positions: float = 1,
    command: Sequence[str] = COMMAND,
) -> list[Gamma]:
    """Return gamma of each article, given by path: the labels and spans of each annotator.

    The same seed gives the same numbers. ``positions`` is the weight of positions, that of labels is 1 (alpha and beta
    of the paper). Raises GammaError.
    """
    units = {
        path: {name: [[label, span.start, span.end] for label, span in items] for name, items in of.items()}
        for path, of in articles.items()
    }
    how = {"seed": seed, "samples": SAMPLES, "precision": PRECISION, "positions": positions}
    asked = json.dumps({**how, "articles": units})
    try:
        done = subprocess.run([*command], input=asked, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as failure:
        raise GammaError(_("Gamma cannot be computed: {reason}").format(reason=failure.strerror)) from failure
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        reason = lines[-1] if lines else str(done.returncode)
        raise GammaError(_("Gamma cannot be computed: {reason}").format(reason=reason))
    used = {path: {name: len(items) for name, items in of.items()} for path, of in articles.items()}
    found = (json.loads(line) for line in done.stdout.splitlines() if line.startswith("["))
    return [Gamma(path, value, low, high, used[path]) for path, value, low, high in found]
