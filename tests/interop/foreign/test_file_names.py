"""Names for files from what other programs call things."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.interop.foreign.file_names import safe_name, safe_path, same_on_some_disk
from annotator.storage.articles.article_reading import is_article, is_article_name
from annotator.storage.sidecars.sidecar_files import is_sidecar, sidecar_path


@pytest.mark.parametrize(
    ("given_path", "path"),
    [
        ("story.txt", "story.txt"),
        ("news/2016/story.md", "news/2016/story.md"),
        ("../../etc/passwd", "etc/passwd.txt"),
        ("/etc/passwd", "etc/passwd.txt"),
        ("C:\\Users\\me\\story.TXT", "C_/Users/me/story.txt"),
        ("..", "article.txt"),
        ("", "article.txt"),
        (".hidden", "hidden.txt"),
        ("a.b.c", "a.b.c.txt"),
        ("con.txt", "con_.txt"),
        ("LPT1/a", "LPT1_/a.txt"),
        ("a\u202etxt.exe", "a_txt.exe.txt"),
        ("story.annotations.yaml", "story-annotations.yaml.txt"),
        ("story ?*<>|.txt", "story _____.txt"),
        ("नमस्ते 👩‍👩‍👧.txt", "नमस्ते 👩‍👩‍👧.txt"),
    ],
)
def test_a_path_is_below_the_folder_and_an_article(given_path: str, path: str) -> None:
    assert safe_path(given_path).as_posix() == path


@given(st.text(max_size=300))
def test_whatever_it_is_called_it_is_a_name_for_an_article(name: str) -> None:
    path = safe_path(name)
    assert not path.is_absolute()
    assert ".." not in path.parts
    assert is_article(Path(path))
    assert not is_sidecar(Path(path))
    assert all(not part.startswith(".") and len(part.encode()) <= 130 for part in path.parts)
    assert is_sidecar(sidecar_path(Path(path)))


@given(st.text(max_size=300))
def test_a_safe_name_is_safe_already(name: str) -> None:
    assert safe_name(safe_name(name)) == safe_name(name)


@given(st.text(max_size=30))
def test_names_that_are_one_on_some_disk_come_to_the_same(name: str) -> None:
    wanted = same_on_some_disk(name)
    assert same_on_some_disk(wanted) == wanted
    for form in ("NFC", "NFD"):
        assert same_on_some_disk(normalize(form, name)) == wanted
        assert same_on_some_disk(normalize(form, name.casefold())) == wanted


@pytest.mark.parametrize("path", ["guidelines.md", "d/Guidelines.MD", "guidelines .md", "./guidelines.md"])
def test_no_article_becomes_the_folders_guidelines(path: str) -> None:
    name = safe_path(path).name
    assert name.lower() == "guidelines.md.txt"
    assert is_article_name(name)
