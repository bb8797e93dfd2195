"""Sidecars without their article, found by names alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.corpus.missing_articles import is_any_missing, without_article
from annotator.storage.sidecars.sidecar_files import is_sidecar_name, stem_of


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        (["a.txt", "a.annotations.yaml"], []),
        (["a.TxT", "a.annotations.alice.yaml"], []),
        (
            ["a.md", "b.annotations.yaml", "b.annotations.alice.yaml"],
            ["b.annotations.alice.yaml", "b.annotations.yaml"],
        ),
        (["a.annotations.txt", "a.annotations.annotations.yaml"], []),
        (["a.txt", "a.annotations.annotations.yaml"], ["a.annotations.annotations.yaml"]),
        (["scheme.yaml", "x.yaml", ".b.annotations.yaml", "b.annotations.yaml.broken"], []),
        (["a.pdf", "a.annotations.yaml"], ["a.annotations.yaml"]),
    ],
)
def test_by_names(tmp_path: Path, names: list[str], missing: list[str]) -> None:
    for name in names:
        (tmp_path / name).touch()
    assert sorted(path.name for path in without_article(tmp_path)) == missing
    assert is_any_missing(tmp_path) == bool(missing)


def test_in_the_folders_below_but_not_in_hidden_ones(tmp_path: Path) -> None:
    for folder in (".annotator", "below"):
        (tmp_path / folder).mkdir()
    (tmp_path / ".annotator" / "a.annotations.yaml").touch()
    assert not is_any_missing(tmp_path)
    (tmp_path / "below" / "a.annotations.yaml").touch()
    assert is_any_missing(tmp_path)
    assert without_article(tmp_path / "nowhere") == []


STEMS = st.lists(st.sampled_from(["a", "b", ".annotations", ".bob", ".txt"]), min_size=1, max_size=4).map("".join)
NAMES = st.builds(
    "{}{}".format, STEMS, st.sampled_from([".txt", ".Md", ".pdf", ".annotations.yaml", ".annotations.al.yaml"])
)


@given(st.sets(NAMES))
def test_it_is_the_same_by_the_stem_of_each(names: set[str]) -> None:
    shown = [name for name in names if not name.startswith(".")]
    articles = {name for name in shown if name.lower().endswith((".txt", ".md"))}
    stems = articles | {name.rpartition(".")[0] for name in articles}
    plain = {name for name in shown if is_sidecar_name(name) and stem_of(Path(name)) not in stems}
    assert {path.name for path in without_article(Path(), names)} == plain
