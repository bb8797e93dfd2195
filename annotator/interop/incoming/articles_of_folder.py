"""The articles that incoming documents are of: those of the folder, and those that come with them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from annotator.interop.foreign.file_names import safe_path
from annotator.interop.format import Incoming
from annotator.interop.incoming.taken_names import TakenNames
from annotator.model.article import Article
from annotator.storage.articles.article_reading import read_article
from annotator.storage.articles.folders import articles_in
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.files.file_error import ArticleError


class ArticlesOfFolder:
    """Finds the article of each document: by its path, else by its text; else it is to be a new one.

    ``new`` has those that are not on disk yet, by their paths.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.new: dict[Path, Article] = {}
        self._names = TakenNames(sidecars=False)

    def of(self, incoming: Incoming) -> tuple[Path, Article] | None:
        """Where it lies or is to lie, and what it says; None where there is none. Raises ArticleError."""
        path = self._names.below(self._folder, safe_path(incoming.path))
        there = path if is_there(path) or incoming.text is not None else self._names.article(path)
        if there and is_there(there):
            return there, read_article(there).article
        if incoming.text is None:
            return None
        article = Article.of(path.name, incoming.text)
        known = self._by_sha256.get(article.sha256)
        if known:
            return known, self.new.get(known) or read_article(known).article
        path = self._names.free(path)
        article = Article.of(path.name, incoming.text)
        self.new[path] = article
        self._by_sha256[article.sha256] = path
        return path, article

    @cached_property
    def _by_sha256(self) -> dict[str, Path]:
        """Those of the folder itself; the ones of its folders are found by their paths."""
        found: dict[str, Path] = {}
        for path in articles_in(self._folder) if is_folder(self._folder) else []:
            try:
                found.setdefault(read_article(path).article.sha256, path)
            except ArticleError:
                continue
        return found
