"""Articles."""

from __future__ import annotations

from hashlib import sha256

from annotator.model.article import Article


def test_the_hash_is_of_the_texts_utf_8() -> None:
    assert Article.of("a.txt", "café 👩").sha256 == sha256("café 👩".encode()).hexdigest()
