"""``annotator reanchor``: find the places of annotations whose article has changed."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from msgspec.structs import asdict

from annotator.commands.reporting import wrong_use
from annotator.commands.running import now, run_command
from annotator.corpus.reanchoring import Reanchored, Reanchoring, Row
from annotator.corpus.tree import why_unreadable
from annotator.model.span import Span
from annotator.storage.files.file_error import Problem, shown, told

ALL_SAME, NOT_ALL_SAME = 0, 1
CONTEXT = 24

Result: TypeAlias = Reanchored | Problem


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator reanchor`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator reanchor",
        description="Report what has become of every annotation below PATH whose article has changed: same, moved, "
        "changed, ambiguous or lost. Without --apply nothing is written. With it those that are the same get "
        "their new places, and the others are kept unchanged until somebody reviews them.",
        epilog="exit code: 0 where all are the same, 1 where some are not or a file cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument("--apply", action="store_true", help="write the new places; the history keeps the old files")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args(arguments)
    run = partial(reanchor, options.paths, apply=options.apply, as_json=options.json, now=now())
    return run_command("reanchor", run, options.paths)


def reanchor(paths: Sequence[Path], *, apply: bool, as_json: bool, now: str) -> int:
    """Print the result for the annotations below the paths; with ``apply``, update the sidecars too."""
    if sentence := why_unreadable(paths):
        return wrong_use("reanchor", sentence)
    reanchoring = Reanchoring(apply=apply, now=now)
    results = [*_printed(reanchoring, paths, as_json=as_json)]
    if as_json:
        print(json.dumps(_json(results, reanchoring.sidecars), indent=2))
    else:
        print(_ending(results, reanchoring.sidecars, apply=apply))
    return ALL_SAME if all(isinstance(result, Reanchored) and not result.rows for result in results) else NOT_ALL_SAME


def _printed(reanchoring: Reanchoring, paths: Iterable[Path], *, as_json: bool) -> Iterator[Result]:
    """Yield the results; unless ``as_json``, print the lines of each as soon as it is there."""
    for path in paths:
        for result in reanchoring.below(path):
            if not as_json:
                print("\n".join(_lines(result)))
            yield result


def _lines(result: Result) -> Iterator[str]:
    if isinstance(result, Problem):
        yield str(result)
        return
    file = shown(str(result.path))
    yield f"{file}: {', '.join(f'{count} {verdict}' for verdict, count in result.counts().items() if count) or 'none'}"
    yield from (f"{file}: {sentence}" for sentence in result.dropped.sentences())
    if count := len(result.reopened):
        facts = f"{count} signed fact{'' if count == 1 else 's'}"
        yield f"{file}: {facts} open again: {', '.join(map(shown, result.reopened))}"
    for row in result.rows:
        item, proposed = row.annotation, _proposed(row, result.text)
        about = f"{shown(item.id)} {shown(item.label)}, {row.place.verdict}"
        yield f"{file}:{row.line}: {about}: {told(item.words(result.text))} → {proposed}"


def _proposed(row: Row, text: str) -> str:
    """Return the proposed text in brackets with its context, and the number of other candidates."""
    span, others = row.place.span, len(row.place.others)
    if span is None:
        return "nothing"
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    shortened = told(span.of(text)).strip("“”")
    context = f"“…{_line(before)}[{shortened}]{_line(after)}…”"
    return f"{context}, or {others} other place{'s' if others > 1 else ''}" if others else context


def _line(text: str) -> str:
    return shown(re.sub(r"\s+", " ", text))


def _ending(results: Sequence[Result], sidecars: int, *, apply: bool) -> str:
    changed = [result for result in results if isinstance(result, Reanchored)]
    looked = f"{sidecars} sidecar{'' if sidecars == 1 else 's'}"
    if not changed:
        return f"Nothing to do in {looked}"
    same = sum(result.same for result in changed)
    left = sum(len(result.rows) for result in changed)
    done = "Placed again" if apply else "Can be placed again with --apply"
    return f"{done}: {same}; to be looked at: {left}; in {len(changed)} of {looked}"


def _json(results: Sequence[Result], sidecars: int) -> dict[str, object]:
    problems = [result for result in results if isinstance(result, Problem)]
    return {
        "changed": [_json_of(result) for result in results if isinstance(result, Reanchored)],
        "problems": [{"file": str(item.path), "line": item.line, "problem": item.sentence} for item in problems],
        "sidecars": sidecars,
    }


def _json_of(result: Reanchored) -> dict[str, object]:
    rows = [_json_row(row, result.text) for row in result.rows]
    about = {"file": str(result.path), "counts": result.counts(), "dropped": asdict(result.dropped)}
    return {**about, "written": result.written, "reopened": list(result.reopened), "annotations": rows}


def _json_row(row: Row, text: str) -> dict[str, object]:
    item, place = row.annotation, row.place
    old = {"start": item.span.start, "end": item.span.end, "text": item.words(text)}
    proposal = _json_span(place.span, text) if place.span else None
    others = [_json_span(span, text) for span in place.others]
    about = {"id": item.id, "label": item.label, "line": row.line, "verdict": place.verdict}
    return {**about, "old": old, "proposal": proposal, "others": others}


def _json_span(span: Span, text: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
