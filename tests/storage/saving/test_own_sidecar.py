"""The sidecar of an article where another article has the same stem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.article import Article
from annotator.storage.saving.own_sidecar import is_sidecar_of, sidecar_of, sidecars_of
from annotator.storage.sidecars.sidecar_files import SidecarWriter, is_sidecar, new_document


def article(path: Path) -> Path:
    path.write_text(f"The text of {path.name}.", encoding="utf-8")
    return path


def sidecar(path: Path, names: str, annotator: str = "") -> Path:
    path.write_bytes(SidecarWriter().data(new_document(Article.of(names, "Text."), annotator, "")))
    return path


@pytest.mark.parametrize("annotator", ["", "alice"])
def test_an_article_alone_has_its_stem_in_the_name(tmp_path: Path, annotator: str) -> None:
    end = f".annotations{'.' if annotator else ''}{annotator}.yaml"
    assert sidecar_of(article(tmp_path / "Budget.md"), annotator) == tmp_path / f"Budget{end}"


@pytest.mark.parametrize("annotator", ["", "alice"])
@pytest.mark.parametrize(("first", "second"), [("Budget.txt", "Budget.md"), ("Budget.md", "Budget.txt")])
def test_the_plain_name_is_of_the_article_that_the_sidecar_names(
    tmp_path: Path, annotator: str, first: str, second: str
) -> None:
    one, other = article(tmp_path / first), article(tmp_path / second)
    end = f".annotations{'.' if annotator else ''}{annotator}.yaml"
    plain = sidecar(tmp_path / f"Budget{end}", first, annotator)
    assert sidecar_of(one, annotator) == plain
    assert sidecar_of(other, annotator) == tmp_path / f"{second}{end}"
    whole = sidecar(tmp_path / f"{second}{end}", second, annotator)
    assert (sidecars_of(one), sidecars_of(other)) == ([plain], [whole])
    one.unlink()
    assert sidecar_of(other, annotator) == whole


def test_without_sidecars_it_depends_on_the_suffixes_alone(tmp_path: Path) -> None:
    articles = [article(tmp_path / f"Budget{suffix}") for suffix in (".md", ".txt")]
    assert [sidecar_of(path).name for path in articles] == ["Budget.md.annotations.yaml", "Budget.annotations.yaml"]


def test_an_article_that_is_called_like_a_whole_name(tmp_path: Path) -> None:
    inner, outer, twin = (article(tmp_path / name) for name in ("Budget.md", "Budget.md.txt", "Budget.txt"))
    for path, names in (("Budget", "Budget.txt"), ("Budget.md", "Budget.md.txt")):
        sidecar(tmp_path / f"{path}.annotations.yaml", names)
    assert sidecar_of(twin).name == "Budget.annotations.yaml"
    assert sidecar_of(outer).name == "Budget.md.annotations.yaml"
    assert sidecar_of(inner).name == "Budget.md.annotations.yaml"  # no third name: it is refused with a sentence


def test_a_whole_name_that_an_article_had_that_is_gone_is_not_taken(tmp_path: Path) -> None:
    path = article(tmp_path / "Budget.md")
    sidecar(tmp_path / "Budget.md.annotations.yaml", "Budget.md.txt")
    assert sidecar_of(path).name == "Budget.annotations.yaml"


def test_a_whole_name_after_a_renamed_article_is_taken(tmp_path: Path) -> None:
    path = article(tmp_path / "Report.md")
    whole = sidecar(tmp_path / "Report.md.annotations.yaml", "Budget.md")
    assert sidecar_of(path) == whole
    assert is_sidecar_of(whole, path)


def test_a_sidecar_that_cannot_be_read_keeps_its_name(tmp_path: Path) -> None:
    one, other = article(tmp_path / "Budget.md"), article(tmp_path / "Budget.txt")
    (tmp_path / "Budget.annotations.yaml").write_bytes(b"<<<<<<<")
    assert {sidecar_of(one).name, sidecar_of(other).name} == {"Budget.annotations.yaml"}
    (tmp_path / "Budget.md.annotations.yaml").write_bytes(b"<<<<<<<")
    assert sidecar_of(one).name == "Budget.md.annotations.yaml"


def test_two_spellings_of_one_file_are_one_article(tmp_path: Path) -> None:
    path = article(tmp_path / "Budget.txt")
    (tmp_path / "Budget.TXT").hardlink_to(path)
    assert sidecar_of(path).name == "Budget.annotations.yaml"


STEMS = st.sampled_from(["Budget", "Budget.md", "Budget 2", "budget"])


@given(
    st.sets(st.builds("{}{}".format, STEMS, st.sampled_from([".annotations.yaml", ".annotations.al.yaml", ".yaml"])))
)
def test_the_sidecars_found_by_the_beginning_of_the_name_are_all(
    tmp_path_factory: pytest.TempPathFactory, names: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for name in names:
        sidecar(folder / name, "Budget.txt")
    for path in [article(folder / name) for name in ("Budget.txt", "Budget.md", "Budget 2.txt")]:
        every = (beside for beside in folder.iterdir() if is_sidecar(beside))
        assert sidecars_of(path) == sorted(beside for beside in every if is_sidecar_of(beside, path))


ARTICLES = st.sets(
    st.sampled_from(["Budget.txt", "Budget.md", "Budget.TXT", "Budget.md.txt", "Budget 2.md"]), min_size=1
)


@given(
    ARTICLES,
    st.dictionaries(st.builds("{}.annotations.yaml".format, STEMS), st.sampled_from(["Budget.txt", "Budget.md"])),
)
def test_it_is_the_same_by_the_names_of_the_articles(
    tmp_path_factory: pytest.TempPathFactory, names: set[str], sidecars: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    articles = [article(folder / name) for name in names]
    for name, named in sidecars.items():
        sidecar(folder / name, named)
    assert [sidecar_of(path, "", names) for path in articles] == [sidecar_of(path) for path in articles]
