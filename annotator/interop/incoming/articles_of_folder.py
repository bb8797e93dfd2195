"""The articles that imported documents belong to: existing ones of the folder, and new ones from the import."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from annotator.interop.foreign.file_names import safe_path
from annotator.interop.format import Incoming
from annotator.interop.incoming.taken_names import TakenNames
from annotator.model.article import Article
from annotator.storage.articles.article_reading import can_be_article, read_article
from annotator.storage.articles.folders import articles_in
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.files.file_error import ArticleError


class ArticlesOfFolder:
    """Find the article of each imported document: by path, else by text; otherwise plan a new one.

    ``new`` has the planned articles, which are not on disk yet, by their paths.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.new: dict[Path, Article] = {}
        self._given: dict[Path, str] = {}
        self._names = TakenNames(sidecars=False)

    def of(self, incoming: Incoming, is_free: Callable[[Path], bool]) -> tuple[Path, Article] | None:
        """Return the article and its (future) path; None where neither file nor a usable text exists.

        Raises ArticleError.

        An article that is found by its text stands for one name in the file only: documents of one text under several
        names are of several articles. Where the file gives no names, ``is_free`` says whether the article is wanted.
        """
        path = self._names.below(self._folder, safe_path(incoming.path))
        there = path if is_there(path) or incoming.text is not None else self._names.article(path)
        if there and is_there(there):
            return there, read_article(there).article
        if incoming.text is None:
            return None
        article = Article.of(path.name, incoming.text)
        known = self._known(article.sha256, incoming, is_free)
        if known:
            self._given.setdefault(known, incoming.path)
            return known, self.new.get(known) or read_article(known).article
        if not can_be_article(incoming.text):
            return None
        path = self._names.free(path)
        self.new[path] = Article.of(path.name, incoming.text)
        self._by_sha256.setdefault(article.sha256, []).append(path)
        self._given[path] = incoming.path
        return path, self.new[path]

    def _known(self, sha256: str, incoming: Incoming, is_free: Callable[[Path], bool]) -> Path | None:
        for known in self._by_sha256.get(sha256, ()):
            same_name = self._given.get(known, incoming.path) == incoming.path
            if same_name or (not incoming.named and is_free(known)):
                return known
        return None

    @cached_property
    def _by_sha256(self) -> dict[str, list[Path]]:
        """Paths of the articles directly in the folder; those in subfolders are found by path only."""
        found: dict[str, list[Path]] = {}
        for path in articles_in(self._folder) if is_folder(self._folder) else []:
            try:
                found.setdefault(read_article(path).article.sha256, []).append(path)
            except ArticleError:
                continue
        return found
