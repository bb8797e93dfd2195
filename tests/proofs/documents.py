"""Generated documents, written and read by four readers that share no rules: all get the same."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from annotator.model.document import Document
from annotator.storage.files.file_error import SidecarError
from annotator.storage.sidecars.sidecar_files import SidecarWriter, read_sidecar
from annotator.storage.yaml.guarded_yaml import load
from annotator.storage.yaml.lined_mapping import YamlError
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.document_strategies import documents

FAILS_IF = "a reader gets anything but what was written, or the same document is written with other bytes"
YAML_WRITING = "annotator/storage/yaml/yaml_writing.py"
FAULTS = (
    Fault(
        "words that stand for true and false are not quoted",
        YAML_WRITING,
        "if PLAIN.fullmatch(text) and text not in NOT_STRINGS else",
        "if PLAIN.fullmatch(text) else",
        "plain yaml.safe_load",
    ),
    Fault(
        "line separators are not escaped",
        YAML_WRITING,
        "\\x7f-\\x9f\\u2028",
        "\\x7f-\\x84\\x86-\\x9f\\u2028",
        "read back",
    ),
    Fault(
        "a note is left out",
        "annotator/storage/sidecars/sidecar_writing.py",
        "{_line('note', annotation.note)}",
        "",
        "read back",
    ),
)
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
    try:
        read = read_sidecar(path, document.article).document
        guarded = _as_floats(load(data))
    except (SidecarError, YamlError):
        return (False,) * len(WHAT)
    return (
        read == document,
        guarded == _read(yaml.safe_load, data),
        guarded == _read(YAML(typ="safe", pure=True).load, data),
        SidecarWriter().data(read) == data,
    )


def _read(reader: Callable[[bytes], Any], data: bytes) -> Any:
    """Return what another reader gets; its error where it reads nothing."""
    try:
        return _as_floats(reader(data))
    except (yaml.YAMLError, YAMLError, ValueError) as error:
        return error


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
