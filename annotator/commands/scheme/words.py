"""Output of changes of a scheme: what a change does, or would do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.corpus.scheme_sweeps.tally import (
    ANNOTATIONS,
    ARTICLES,
    GONE_ANNOTATIONS,
    GONE_RELATIONS,
    KEPT_ANNOTATIONS,
    KEPT_ARTICLES,
    KEPT_RELATIONS,
    RELATIONS,
    SIDECARS,
    Example,
    Tally,
)
from annotator.language.annotator_names import annotator_name
from annotator.storage.files.file_error import shown, told

COUNTED = {
    ANNOTATIONS: ("annotation", "annotations", ""),
    RELATIONS: ("relation", "relations", ""),
    ARTICLES: ("article", "articles", ""),
    GONE_ANNOTATIONS: ("annotation", "annotations", " removed"),
    GONE_RELATIONS: ("relation", "relations", " removed"),
    KEPT_ANNOTATIONS: ("annotation", "annotations", " kept"),
    KEPT_RELATIONS: ("relation", "relations", " kept"),
    KEPT_ARTICLES: ("article", "articles", " kept"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Result of a change: ``done`` is “previewed”, “changed”, “taken back” or “taken back in part”."""

    title: str
    done: str
    tally: Tally
    notes: tuple[str, ...] = ()


def print_outcome(outcome: Outcome, *, as_json: bool) -> None:
    """Print the outcome as lines, or as one JSON object."""
    if as_json:
        print(json.dumps(_as_values(outcome), indent=2, ensure_ascii=False))
    else:
        for line in _lines(outcome):
            print(line)


def _lines(outcome: Outcome) -> Iterator[str]:
    tally = outcome.tally
    yield from map(str, tally.problems)
    yield from outcome.notes
    if tally.examples or tally.annotators:
        yield from map(_example_line, tally.examples)
        if len(tally.annotators) > 1:
            yield from (f"{annotator_name(name)}: {_counted(counts)}" for name, counts in _by_name(tally))
    yield f"{shown(outcome.title)}: {outcome.done}, {_counted(tally.counts)}"


def _by_name(tally: Tally) -> list[tuple[str, Mapping[str, int]]]:
    return [(name, tally.annotators[name]) for name in sorted(tally.annotators)]


def _example_line(example: Example) -> str:
    words = f"{told(example.words)}: " if example.words else ""
    after = " stays" if example.after == example.before else f" → {shown(example.after) or 'nothing'}"
    return f"{shown(str(example.path))}: {words}{shown(example.before)}{after}"


def _counted(counts: Mapping[str, int]) -> str:
    said = [
        f"{counts[name]:,} {one if counts[name] == 1 else many}{rest}"
        for name, (one, many, rest) in COUNTED.items()
        if counts.get(name)
    ]
    sidecars = counts.get(SIDECARS, 0)
    where = f"{sidecars:,} sidecar{'' if sidecars == 1 else 's'}"
    return f"{', '.join(said)} in {where}" if said else where


def _as_values(outcome: Outcome) -> dict[str, object]:
    tally = outcome.tally
    return {
        "change": outcome.title,
        "done": outcome.done,
        "counts": dict(tally.counts),
        "annotators": {name: dict(counts) for name, counts in _by_name(tally)},
        "examples": [
            {"file": str(item.path), "words": item.words, "before": item.before, "after": item.after}
            for item in tally.examples
        ],
        "notes": list(outcome.notes),
        "problems": [{"file": str(item.path), "line": item.line, "problem": item.sentence} for item in tally.problems],
    }
