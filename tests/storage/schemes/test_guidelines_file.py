"""Guidelines of a folder: read, or refused in a sentence before they can do harm."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from annotator.storage.articles.folders import article_names
from annotator.storage.schemes.guidelines_file import MOST_BYTES, GuidelinesError, guidelines_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")


def write(folder: Path, content: str | bytes, name: str = "guidelines.md") -> None:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def refusal(folder: Path) -> str:
    with pytest.raises(GuidelinesError) as failed:
        guidelines_of(folder)
    return str(failed.value).partition("guidelines.md")[2]


def test_a_folder_without_has_none(tmp_path: Path) -> None:
    assert guidelines_of(tmp_path) is None


@pytest.mark.parametrize("name", ["guidelines.md", "Guidelines.md", "GUIDELINES.md"])
def test_they_are_read_as_they_are_but_for_line_breaks(tmp_path: Path, name: str) -> None:
    write(tmp_path, b"\xef\xbb\xbf# Claim\r\n\r\nMark it.\r", name)
    assert guidelines_of(tmp_path) == "# Claim\n\nMark it.\n"


def test_what_cannot_be_seen_is_an_escape(tmp_path: Path) -> None:
    write(tmp_path, "a\0b \u202eevil")
    assert guidelines_of(tmp_path) == "a\\x00b \\u202eevil"


def test_they_are_no_article(tmp_path: Path) -> None:
    write(tmp_path, "# Claim")
    write(tmp_path, "# Story", "story.md")
    assert article_names(tmp_path) == {"story.md"}


def test_long_lists_tables_and_many_paragraphs_are_fine(tmp_path: Path) -> None:
    table = "|a|b|\n|-|-|\n" + "| some words | more words |\n" * 150
    write(tmp_path, "- an item of a list\n" * 1000 + "\n" + "word " * 700 + "\n\n" + table)
    assert guidelines_of(tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"# Claim\n\xff", ":2: It is not UTF-8."),
        ("a" * (MOST_BYTES + 1), ": It is too large"),
        ("a\n\n" * 2501, ":5001: It has more than 5,000 lines"),
        ("one\n\n" + "*a" * 2001, ":3: The paragraph is longer than 4,000 characters."),
        ("one\n\n" + "*a*a*a*a*a\n" * 500, ":3: The paragraph is longer than 4,000 characters."),
        ("- " + "[" * 4001, ":1: The paragraph is longer than 4,000 characters."),
        ("*a|" * 2000, ":1: The paragraph is longer than 4,000 characters."),
        ("|a" * 30 + "|\n" + "|-" * 30 + "|\n", ":1: The table is too large"),
        ("a|b\n-|-\n" + "c|d\n" * 300, ":1: The table is too large"),
        (("a|b\n-|-\n" + "c|d\n" * 190 + "\n") * 60, ":5001: It has"),
        (
            ("|a" * 20 + "|\n" + "|-" * 20 + "|\n" + ("|c" * 20 + "|\n") * 100 + "\n") * 6,
            ":413: The table is too large",
        ),
    ],
)
def test_what_would_do_harm_is_refused_with_its_line(tmp_path: Path, content: str | bytes, said: str) -> None:
    write(tmp_path, content)
    assert refusal(tmp_path).startswith(said)


@posix
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(tmp_path, "secret", "elsewhere.md")
    (folder / "guidelines.md").symlink_to(tmp_path / "elsewhere.md")
    assert "link" in refusal(folder)


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "guidelines.md")
    assert "pipe" in refusal(tmp_path) or "file" in refusal(tmp_path)
