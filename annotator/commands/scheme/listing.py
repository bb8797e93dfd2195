"""``annotator scheme list``: list the ready schemes, and the files that a scheme is made from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import indent, wrap

from annotator.commands.running import run_listing
from annotator.interop.scheme_sources import SOURCES
from annotator.model.scheme import Scheme
from annotator.storage.schemes.ready_schemes import ready_names, ready_scheme

WIDTH, MARGIN = 100, "    "


def command(arguments: Sequence[str]) -> int:
    """Run ``annotator scheme list`` with its arguments; return the exit code."""
    description = (
        "List the ready schemes by the names that “annotator scheme new --from NAME” takes, and the files "
        "of other programs that it makes a scheme from."
    )
    return run_listing("scheme list", description, arguments, _listed)


def _listed(as_json: bool) -> int:
    schemes = {name: ready_scheme(name) for name in ready_names()}
    if as_json:
        ready = [{"name": name, **_values(scheme)} for name, scheme in schemes.items()]
        files = [{"name": source.name, "title": source.title, "files": [*source.endings]} for source in SOURCES]
        print(json.dumps({"schemes": ready, "files": files}, indent=2, ensure_ascii=False))
        return 0
    for name, scheme in schemes.items():
        print(f"{name}\n{indent(_words(scheme), MARGIN)}\n")
    print("Files that a scheme is made from")
    for source in SOURCES:
        print(f"{MARGIN}{source.title} ({', '.join(source.endings)})")
    return 0


def _words(scheme: Scheme) -> str:
    labels = f"Labels: {', '.join(label.name for label in scheme.labels)}."
    return "\n".join(line for text in (scheme.definition, labels, scheme.source) for line in wrap(text, WIDTH))


def _values(scheme: Scheme) -> dict[str, object]:
    return {
        "id": scheme.id,
        "title": scheme.name,
        "definition": scheme.definition,
        "source": scheme.source,
        "labels": [label.id for label in scheme.labels],
        "relations": [rule.id for rule in scheme.relations],
    }
