"""A scheme is found again in what our own exports say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.interop.scheme_sources import scheme_from
from annotator.model.scheme import Scheme
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.hard_entries import exported

LABELS = [(label.id, label.colour) for label in built_in_scheme().labels]


def made(tmp_path: Path, format: str, file: str) -> Scheme:
    exported(format, tmp_path / f"out{'' if file != 'out.qdpx' else '.qdpx'}")
    return scheme_from(tmp_path / file).scheme


def choices(scheme: Scheme) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(label.id, rule.id): rule.choices for label in scheme.labels for rule in label.attributes if rule.choices}


@pytest.mark.parametrize(
    ("format", "file"), [("brat", "out/annotation.conf"), ("label-studio", "out/config.xml"), ("refi-qda", "out.qdpx")]
)
def test_labels_colours_and_choices(tmp_path: Path, format: str, file: str) -> None:
    scheme = made(tmp_path, format, file)
    assert [(label.id, label.colour) for label in scheme.labels][: len(LABELS)] == LABELS
    found = choices(scheme)
    for key, wanted in choices(built_in_scheme()).items():  # brat has one list for all attributes of a name
        assert {*wanted} <= {*found[key]} if format == "brat" else found[key] == wanted


def test_relations_of_brat(tmp_path: Path) -> None:
    found = {(rule.id, rule.source, rule.target) for rule in made(tmp_path, "brat", "out/annotation.conf").relations}
    assert {(rule.id, rule.source, rule.target) for rule in built_in_scheme().relations} <= found


def test_types_of_uima(tmp_path: Path) -> None:
    scheme = made(tmp_path, "cas-xmi", "out/TypeSystem.xml")
    for label in built_in_scheme().labels:
        found = scheme.label(label.id)
        assert found is not None
        assert found.guideline.definition == label.guideline.definition
        assert {rule.id for rule in label.attributes} <= {rule.id for rule in found.attributes}
