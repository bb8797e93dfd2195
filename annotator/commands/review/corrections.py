"""``annotator corrections``: list what was decided otherwise than one annotator had it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from annotator.commands.reporting import FINE, PROBLEMS, wrong_use
from annotator.commands.running import run_command
from annotator.corpus.tree import why_unreadable
from annotator.language.annotator_names import annotator_name
from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted
from annotator.review.corrections import Correction, by_kind
from annotator.session.review.folder_corrections import CorrectedPlace, FolderCorrections, corrections_below
from annotator.storage.files.file_error import shown


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator corrections`` with its arguments; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator corrections",
        description="List what reviewers and the final version decided otherwise than an annotator of the articles "
        "below PATH had it, with the guideline of the label. Nothing is changed.",
        epilog="exit code: 0, 1 where a sidecar cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument("--annotator", metavar="NAME", required=True, help="whose work was corrected")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args(arguments)
    return run_command(
        "corrections", lambda: listed(options.paths, options.annotator, as_json=options.json), options.paths
    )


def listed(paths: Sequence[Path], annotator: str, *, as_json: bool) -> int:
    """Print the corrections of the annotator; return 1 where a sidecar cannot be read, else 0 or 2."""
    if sentence := why_unreadable(paths):
        return wrong_use("corrections", sentence)
    found = corrections_below(paths, annotator)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    if as_json:
        print(json.dumps(_values(found), indent=2, ensure_ascii=False))
    else:
        for place in found.places:
            print(shown(_line(place)))
        kinds = ", ".join(f"{kind} {count}" for kind, count in by_kind(one.correction for one in found.places).items())
        count = len(found.places)
        print(f"{count} correction{'' if count == 1 else 's'}{f': {kinds}' if kinds else ''}")
        print(
            f"{found.followed} of {found.decided} decisions followed {annotator_name(annotator)}; "
            f"{found.nothing} × rightly nothing"
        )
    return PROBLEMS if found.problems else FINE


def _line(place: CorrectedPlace) -> str:
    one = place.correction
    change = f"{_side(one.label, one.had)} → {_side(one.got_label, one.got)}"
    rest = [
        f"({one.why})" if one.why else "",
        f"by {annotator_name(one.by)}" if one.by else "",
        "" if one.stands else "changed since",
    ]
    said = "  ".join([f"{place.article}: {one.kind}", change, *filter(None, rest)])
    return plain_line(f"{said}  | {place.guideline.definition}" if place.guideline.definition else said)


def _side(label: str, words: str) -> str:
    return f"{label} {quoted(plain_line(words))}" if label else "nothing"


def _values(found: FolderCorrections) -> dict[str, object]:
    places = [
        {"article": one.article, **_of(one.correction), "guideline": one.guideline.definition} for one in found.places
    ]
    counts = {"decided": found.decided, "followed": found.followed, "rightly_nothing": found.nothing}
    return {"annotator": found.annotator, **counts, "corrections": places}


def _of(one: Correction) -> dict[str, object]:
    values = asdict(one)
    del values["span"]
    return {**values, "start": one.span.start, "end": one.span.end}
