"""Generated documents, written and read by four readers that share no rules: all get the same."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from ruamel.yaml import YAML

from annotator.model.document import Document
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar
from annotator.storage.yaml.guarded_yaml import load
from tests.proofs.result import Line
from tests.support.document_strategies import documents

WHAT = (
    "read back as the document that was written",
    "plain yaml.safe_load reads what the guarded reader reads",
    "a YAML 1.2 reader reads what the guarded reader reads",
    "written again with the same bytes",
)


def prove(full: bool) -> list[Line]:
    """Count on how many documents the readers agree."""
    many = 10_000 if full else 300
    held = [0] * len(WHAT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "story.annotations.yaml"

        @settings(
            max_examples=many,
            deadline=None,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(documents())
        def check(document: Document) -> None:
            held[:] = [count + holds for count, holds in zip(held, _agreements(path, document), strict=True)]
            tried[0] += 1

        tried = [0]
        check()
    enough = tried[0] >= many
    return [
        Line(what, f"{count} of {tried[0]}", f"{many} of {many}", enough and count == tried[0])
        for what, count in zip(WHAT, held, strict=True)
    ]


def _agreements(path: Path, document: Document) -> tuple[bool, ...]:
    data = SidecarWriter().data(document)
    path.write_bytes(data)
    read = read_sidecar(path, document.article).document
    guarded = _as_floats(load(data))
    return (
        read == document,
        guarded == _as_floats(yaml.safe_load(data)),
        guarded == _as_floats(YAML(typ="safe", pure=True).load(data)),
        SidecarWriter().data(read) == data,
    )


def _as_floats(value: Any) -> Any:
    """The value, its kind told, with decimals that other readers round."""
    match value:
        case dict():
            return {key: _as_floats(item) for key, item in value.items()}
        case list():
            return [_as_floats(item) for item in value]
        case Decimal():
            return float, float(value)
        case _:
            return type(value), value
