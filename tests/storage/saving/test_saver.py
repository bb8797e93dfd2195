"""Saving a document into its sidecar."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest

from annotator.model.annotation import Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.saver import OvertakenError, Saver
from annotator.storage.sidecars.canonical_layout import MOST_BLOCKS
from annotator.storage.sidecars.sidecar_files import read_sidecar

AT = "2026-11-22T06:21:20Z"
ARTICLE = Article.of("town.txt", "Thousands of people left.")


def linked(count: int) -> Document:
    links = {f"r{number}": Relation(f"r{number}", "via", "a", "b") for number in range(count)}
    return Document(ARTICLE, relations=MappingProxyType(links))


def test_what_is_saved_is_read(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    data = Saver(sidecar).save(linked(2), None, AT)
    assert sidecar.read_bytes() == data
    assert read_sidecar(sidecar, ARTICLE).document == linked(2)


def test_what_somebody_else_wrote_stays(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    sidecar.write_bytes(b"theirs")
    with pytest.raises(OvertakenError):
        Saver(sidecar).save(linked(2), b"what was there", AT)
    assert sidecar.read_bytes() == b"theirs"


def test_what_could_not_be_read_again_is_refused(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    with pytest.raises(SaveError, match="could not be read again"):
        Saver(sidecar).save(linked(MOST_BLOCKS + 1), None, AT)
    assert not sidecar.exists()
