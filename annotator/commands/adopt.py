"""``annotator adopt``: renames sidecars after their articles, where these were renamed or moved."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from annotator.commands.reporting import wrong_use
from annotator.commands.running import run_command
from annotator.corpus.adoption import Adoption, Taken
from annotator.corpus.orphan_words import about_orphan, about_taken
from annotator.corpus.orphans import Orphan
from annotator.corpus.tree import why_unreadable
from annotator.storage.articles.article_reading import is_article
from annotator.storage.files.file_error import Problem, shown
from annotator.storage.sidecars.sidecar_files import is_sidecar

ALL_ADOPTED, NOT_ALL = 0, 1

Result: TypeAlias = Taken | Orphan | Problem


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator adopt``, from its arguments to its exit code."""
    parser = argparse.ArgumentParser(
        prog="annotator adopt",
        description="Find the sidecars below PATH whose article was renamed or moved, and rename them after it where "
        "an article has the very text that they were made on. Where several have it, or the text has changed as well, "
        "nothing is done and the choice is printed; --to makes it. A plan that assigns the article is kept true.",
        epilog="exit code: 0 where every sidecar has its article, 1 where some have not, a file cannot be renamed or a "
        "folder cannot be read, 2 for wrong use",
    )
    parser.add_argument("paths", metavar="PATH", type=Path, nargs="+", help="a folder, an article or a sidecar")
    parser.add_argument("--to", metavar="ARTICLE", type=Path, help="the article that the one sidecar PATH is of")
    parser.add_argument("--dry-run", action="store_true", help="only print what would be done")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args(arguments)
    if sentence := _unfit(options.paths, options.to):
        return wrong_use("adopt", sentence)
    run = Adoption(dry_run=options.dry_run)
    found = (result for path in options.paths for result in run.below(path, options.to))
    return run_command("adopt", lambda: _told(found, run, as_json=options.json), options.paths)


def _unfit(paths: Sequence[Path], to: Path | None) -> str:
    if sentence := why_unreadable(paths if to is None else [*paths, to]):
        return sentence
    if to and not (len(paths) == 1 and is_sidecar(paths[0]) and is_article(to)):
        return "--to takes an article, and needs one sidecar as PATH."
    return ""


def _told(found: Iterable[Result], run: Adoption, *, as_json: bool) -> int:
    """Print what came of the orphans, as it comes; the result is the exit code."""
    results = []
    for result in found:
        results.append(result)
        if not as_json:
            print("\n".join(_lines(result, dry_run=run.dry_run)))
    taken = [result for result in results if isinstance(result, Taken)]
    if as_json:
        print(json.dumps(_json([*results, *run.unread]), indent=2))
    else:
        print(*run.unread, _ending(len(taken), len(results) - len(taken), run), sep="\n")
    return NOT_ALL if run.unread or len(taken) < len(results) else ALL_ADOPTED


def _lines(result: Result, *, dry_run: bool) -> Iterator[str]:
    match result:
        case Problem():
            yield str(result)
        case Taken():
            yield f"{shown(str(result.orphan.sidecar))}: {about_taken(result, to_do=dry_run)}"
        case Orphan():
            yield f"{shown(str(result.sidecar))}: {about_orphan(result)}"


def _ending(taken: int, left: int, run: Adoption) -> str:
    if not taken and not left:
        return "Every other sidecar has its article" if run.unread else "Every sidecar has its article"
    done = "To be adopted" if run.dry_run else "Adopted"
    return f"{done}: {taken}; left: {left}"


def _json(results: Sequence[Result]) -> dict[str, object]:
    return {
        "adopted": [_json_taken(result) for result in results if isinstance(result, Taken)],
        "left": [_json_orphan(result) for result in results if isinstance(result, Orphan)],
        "problems": [
            {"file": str(result.path), "line": result.line, "problem": result.sentence}
            for result in results
            if isinstance(result, Problem)
        ],
    }


def _json_taken(taken: Taken) -> dict[str, object]:
    target = taken.orphan.target(taken.article)
    about = {"sidecar": str(taken.orphan.sidecar), "named": taken.orphan.named.file}
    return {**about, "article": str(taken.article), "renamed_to": str(target), "done": taken.adopted is not None}


def _json_orphan(orphan: Orphan) -> dict[str, object]:
    same: list[dict[str, object]] = [{"article": str(path), "same_text": True} for path in orphan.same]
    likely = [{"article": str(item.article), "same_text": False, "counts": dict(item.counts)} for item in orphan.likely]
    return {"sidecar": str(orphan.sidecar), "named": orphan.named.file, "candidates": [*same, *likely]}
