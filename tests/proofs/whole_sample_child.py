"""The whole annotated sample done again by keys, as a test that the proof runs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import yaml
from pytestqt.qtbot import QtBot

from annotator.storage.program.resources import samples
from tests.support.program import Program, sidecar_of
from tests.support.sample.annotating import annotate, described

SAMPLE = "aleppo-evacuation.txt"


def test_the_whole_article_by_keys(start: Callable[..., Program], tmp_path: Path, qtbot: QtBot) -> None:
    shutil.copy(samples() / SAMPLE, tmp_path)
    shipped = yaml.safe_load(sidecar_of(samples() / SAMPLE).read_text("utf-8"))
    program = start(tmp_path / SAMPLE)
    annotate(program, shipped["annotations"], shipped["relations"], qtbot)
    program.close()
    saved = yaml.safe_load(sidecar_of(tmp_path / SAMPLE).read_text("utf-8"))
    annotations, relations = described(saved)
    wanted, related = described(shipped)
    assert [item for item in annotations if item not in wanted] == []
    assert (len(annotations), relations) == (len(wanted), related)
