"""Banners on problems with the settings, the keys, the folder, its scheme, the article and its sidecar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.model.change import Change
from annotator.session.open_article import OpenArticle
from annotator.session.services import Services
from annotator.storage.articles.encodings import name_of
from annotator.storage.files.file_error import Problem, shown
from annotator.ui.widgets.banner import BannerContent, BannerStack

SETTINGS, KEYS, FOLDER, SCHEME, ARTICLE, SIDECAR, PLACES, ENCODING, OTHERS = (
    *("settings", "keys", "folder", "scheme", "article", "sidecar", "places", "encoding", "others"),
)
OF_ARTICLE = (ARTICLE, SIDECAR, PLACES, ENCODING, OTHERS)
NO_ARTICLE = "This folder has no article yet."
Button = tuple[str, Callable[[], object]]
CHANGED = "The article has changed since it was annotated. The annotations are kept unchanged until you settle each."
DISPLACED = "The annotated words are no longer there. The annotations are kept unchanged, listed with a warning sign."


class ArticleNotices(QObject):
    """Observer that shows a banner for each problem until the problem is solved. ``run`` runs an action by its id.

    ``import_files`` opens the import with files that are in the folder.
    """

    def __init__(
        self,
        services: Services,
        banners: BannerStack,
        run: Callable[[str], None],
        import_files: Callable[[Sequence[Path]], None],
    ) -> None:
        super().__init__(banners)
        self._services, self._banners, self._run, self._import_files = services, banners, run, import_files
        services.folder.listed.connect(self._show_folder)
        services.folder.relisted.connect(self._show_folder)
        services.folder.scheme_changed.connect(self._show_folder)
        services.folder.failed.connect(self._show_folder_failed)
        services.opener.failed.connect(self._show_unreadable)
        services.session.opened.connect(self._show_article)
        services.session.changed.connect(self._follow_places)
        services.store.failed.connect(self._show_settings)
        if services.store.problem:
            self._show_settings(services.store.problem)

    def show_keys(self, problems: Sequence[str]) -> None:
        """Show sentences about keys that could not be assigned; hide the banner where there are none."""
        if problems:
            self._banners.show_banner(KEYS, BannerContent("warning", "Keys.", " ".join(problems)))
        else:
            self._banners.remove(KEYS)

    def _show_settings(self, sentence: str) -> None:
        self._banners.show_banner(SETTINGS, BannerContent("warning", "Settings.", sentence))

    def _show_folder(self) -> None:
        self._banners.remove(FOLDER)
        problem = self._services.folder.scheme_problem
        if problem:
            sentence = f"{_place(problem)}{problem.sentence} The built-in scheme is used; nothing is lost."
            show = ("Show the file", lambda: _show_file(problem.path))
            self._banners.show_banner(
                SCHEME, BannerContent("warning", f"{problem.path.name} is faulty.", sentence, (show,))
            )
        else:
            self._banners.remove(SCHEME)

    def show_empty(self, files: Sequence[Path]) -> None:
        """Say that the folder has no article, and offer to import the files that it has instead."""
        if files:
            number = f"{len(files):,} file{'' if len(files) == 1 else 's'}"
            sentence = f"But {number} in it can be imported as articles: web pages, Word, PDF and the like."
            button = (f"Import {number}…", lambda: self._import_files(files))
            self._banners.show_banner(FOLDER, BannerContent("info", NO_ARTICLE, sentence, (button,)))
        else:
            sentence = "An article is a plain-text file that ends in .txt or .md. Put some in, or open another folder."
            self._banners.show_banner(FOLDER, BannerContent("info", NO_ARTICLE, sentence))

    def _show_folder_failed(self, sentence: str) -> None:
        self._banners.show_banner(FOLDER, BannerContent("error", "The folder cannot be opened.", sentence))

    def _show_unreadable(self, sentence: str) -> None:
        path = self._services.session.path
        name = f"{shown(path.name)} cannot be opened." if path else "The article cannot be opened."
        self._banners.show_banner(ARTICLE, BannerContent("error", name, sentence))
        if path:
            self._services.folder.note_problem(path, sentence)

    def _show_article(self) -> None:
        for key in OF_ARTICLE:
            self._banners.remove(key)
        current = self._services.session.current
        if current is None:
            return
        self._services.folder.note_problem(current.path, "")
        if current.read_only:
            self._show_read_only(current)
        else:
            self._show_places()
        if current.others:
            names = ", ".join(shown(path.name) for path in current.others)
            sentence = f"Annotations under another name, or none, are in {names}. They are kept but not shown here."
            self._banners.show_banner(OTHERS, BannerContent("info", "Somebody else has worked on this.", sentence))
        if current.encoding_guessed or current.encoding_forgotten:
            self._show_encoding(current)

    def _show_encoding(self, current: OpenArticle) -> None:
        name = f"Read as {name_of(current.encoding)}."
        sentence = "The file does not say its encoding; look whether letters with accents are right."
        if current.encoding_forgotten:
            was = name_of(current.encoding_forgotten)
            sentence = f"It was read as {was} when it was annotated, but can no longer be read so."
        choose = ("Choose another…", lambda: self._run("encoding"))
        self._banners.show_banner(ENCODING, BannerContent("info", name, sentence, (choose,)))

    def _show_read_only(self, current: OpenArticle) -> None:
        name = f"{shown(current.sidecar.name)} is not used."
        if not current.problems or current.saved is not None:
            self._services.folder.note_problem(current.path, current.read_only)
            allow = ("Allow links in this folder", lambda: self._allow_links(current))
            buttons: tuple[Button, ...] = (allow,) if current.linked else ()
            self._banners.show_banner(SIDECAR, BannerContent("warning", "Read only.", current.read_only, buttons))
            return
        problem = current.problems[0]
        self._services.folder.note_problem(current.path, problem.sentence)
        buttons = (
            ("Show the file", lambda: _show_file(current.sidecar)),
            ("Start afresh, keep the old", self._services.opener.start_afresh),
        )
        self._banners.show_banner(SIDECAR, BannerContent("error", name, _place(problem) + problem.sentence, buttons))

    def _allow_links(self, current: OpenArticle) -> None:
        """Remember in the settings that links may lead out of this folder, and open the article again."""
        store = self._services.store
        store.update(folders_with_links=store.settings.folders_with_links_and(str(current.path.parent)))
        self._services.opener.reopen()

    def _follow_places(self, change: Change) -> None:
        if any(annotation.displaced for annotation in (*change.annotations_removed, *change.annotations_added)):
            self._show_places()

    def _show_places(self) -> None:
        current = self._services.session.current
        annotations = current.document.annotations.values() if current else ()
        displaced = [annotation for annotation in annotations if annotation.displaced]
        if current is None or not displaced:
            self._banners.remove(PLACES)
            return
        lost = len(displaced)
        name = "1 annotation has lost its place." if lost == 1 else f"{lost:,} annotations have lost their place."
        self._services.folder.note_problem(current.path, name)
        sentence = CHANGED if any(annotation.is_elsewhere for annotation in displaced) else DISPLACED
        through = ("Go through them", lambda: self._run("places"))
        show = ("Show the file", lambda: _show_file(current.sidecar))
        self._banners.show_banner(PLACES, BannerContent("warning", name, sentence, (through, show)))


def _place(problem: Problem) -> str:
    return f"Line {problem.line}: " if problem.line else ""


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
