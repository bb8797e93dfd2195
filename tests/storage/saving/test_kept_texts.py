"""The texts that annotations were made on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from annotator.model.article import Article
from annotator.storage.articles.article_reading import read_article
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.kept_texts import LARGEST, keep_text, kept_text
from tests.support.document_strategies import articles

ARTICLE = Article.of("story.txt", "Thousands left.\u0085\u2028 Évacuation 👩‍👩‍👧\n")


def file_of(folder: Path) -> Path:
    return folder / ".annotator" / "texts" / f"{ARTICLE.sha256}.txt"


@given(articles())
def test_a_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, article: Article) -> None:
    folder = tmp_path_factory.mktemp("any")
    keep_text(folder, article)
    assert kept_text(folder, article.sha256) == article.text


def test_it_is_kept_once(tmp_path: Path) -> None:
    keep_text(tmp_path, ARTICLE)
    before = file_of(tmp_path).stat()
    keep_text(tmp_path, ARTICLE)
    after = file_of(tmp_path).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert len(list(file_of(tmp_path).parent.iterdir())) == 1


def test_it_is_kept_as_it_is_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes("\ufeffEins\r\nzwei\rdrei".encode("utf-16"))
    article = read_article(path).article
    keep_text(tmp_path, article)
    assert (tmp_path / ".annotator" / "texts" / f"{article.sha256}.txt").read_bytes() == b"Eins\nzwei\ndrei"


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    assert kept_text(tmp_path, ARTICLE.sha256) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"Thousands stayed.\n", b"\xff\xfe"])
def test_a_text_that_is_not_what_it_was_is_not_used_and_is_kept_anew(tmp_path: Path, damage: bytes) -> None:
    keep_text(tmp_path, ARTICLE)
    file_of(tmp_path).write_bytes(damage)
    assert kept_text(tmp_path, ARTICLE.sha256) is None
    keep_text(tmp_path, ARTICLE)
    assert kept_text(tmp_path, ARTICLE.sha256) == ARTICLE.text


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    keep_text(tmp_path, ARTICLE)
    with file_of(tmp_path).open("ab") as file:
        file.truncate(LARGEST + 1)
    assert kept_text(tmp_path, ARTICLE.sha256) is None


@pytest.mark.parametrize("sha256", ["", "../../story", "/etc/hostname", "A" * 64, "0" * 63, "0" * 64 + "\n", "\0"])
def test_what_is_no_hash_leads_nowhere(tmp_path: Path, sha256: str) -> None:
    (tmp_path / "story.txt").write_text("secret")
    assert kept_text(tmp_path, sha256) is None


def test_where_it_cannot_be_kept_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / ".annotator").write_text("in the way")
    with pytest.raises(SaveError, match="could not be saved"):
        keep_text(tmp_path, ARTICLE)
