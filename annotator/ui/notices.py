"""Which banners stand over the text: what is wrong with the folder, the article, its sidecar, or with saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.session.autosave import ChangedByOthersError
from annotator.session.desk import Desk
from annotator.session.open_article import OpenArticle
from annotator.storage.file_error import Problem, SaveError, shown
from annotator.ui.banner import BannerContent, BannerStack

SETTINGS, KEYS, FOLDER, SCHEME, ARTICLE, SIDECAR, PLACES, ENCODING, OTHERS, SAVING = (
    *("settings", "keys", "folder", "scheme", "article", "sidecar", "places", "encoding", "others", "saving"),
)
OF_ARTICLE = (ARTICLE, SIDECAR, PLACES, ENCODING, OTHERS)
Buttons = tuple[tuple[str, Callable[[], object]], ...]
DISPLACED = "What was marked does not stand there any more. It is kept as it is, and listed with a sign."


class Notices(QObject):
    """Shows and takes away banners as things go wrong and right."""

    def __init__(self, desk: Desk, banners: BannerStack) -> None:
        super().__init__(banners)
        self._desk, self._banners = desk, banners
        desk.folder.listed.connect(self._show_folder)
        desk.folder.failed.connect(self._show_folder_failed)
        desk.opener.failed.connect(self._show_unreadable)
        desk.session.opened.connect(self._show_article)
        desk.autosave.state_changed.connect(self._show_saving)
        desk.store.failed.connect(self._show_settings)
        if desk.store.problem:
            self._show_settings(desk.store.problem)

    def show_keys(self, problems: Sequence[str]) -> None:
        """Say which keys could not be given to what they were chosen for."""
        if problems:
            self._banners.show_banner(KEYS, BannerContent("warning", "Keys.", " ".join(problems)))
        else:
            self._banners.remove(KEYS)

    def _show_settings(self, sentence: str) -> None:
        self._banners.show_banner(SETTINGS, BannerContent("warning", "Settings.", sentence))

    def _show_folder(self) -> None:
        self._banners.remove(FOLDER)
        problem = self._desk.folder.scheme_problem
        if problem:
            sentence = f"{_place(problem)}{problem.sentence} The built-in scheme is used; nothing is lost."
            show = ("Show the file", lambda: _show_file(problem.path))
            self._banners.show_banner(SCHEME, BannerContent("warning", "scheme.yaml is faulty.", sentence, (show,)))
        else:
            self._banners.remove(SCHEME)
        if not self._desk.folder.entries:
            sentence = "An article is a plain-text file that ends in .txt or .md. Put some in, or open another folder."
            self._banners.show_banner(FOLDER, BannerContent("info", "This folder has no article.", sentence))

    def _show_folder_failed(self, sentence: str) -> None:
        self._banners.show_banner(FOLDER, BannerContent("error", "The folder cannot be opened.", sentence))

    def _show_unreadable(self, sentence: str) -> None:
        path = self._desk.session.path
        name = f"{shown(path.name)} cannot be opened." if path else "It cannot be opened."
        self._banners.show_banner(ARTICLE, BannerContent("error", name, sentence))
        if path:
            self._desk.folder.note_problem(path, sentence)

    def _show_article(self) -> None:
        for key in OF_ARTICLE:
            self._banners.remove(key)
        current = self._desk.session.current
        if current is None:
            return
        self._desk.folder.note_problem(current.path, "")
        if current.read_only:
            self._show_read_only(current)
        elif current.problems:
            self._show_places(current)
        if current.others:
            names = ", ".join(shown(path.name) for path in current.others)
            sentence = f"Marks under another name, or none, are in {names}. They are kept and not shown here."
            self._banners.show_banner(OTHERS, BannerContent("info", "Somebody else has worked on this.", sentence))
        if current.encoding_guessed:
            name = f"Read as {current.encoding}."
            sentence = "The file does not say its encoding; look whether letters with accents are right."
            self._banners.show_banner(ENCODING, BannerContent("info", name, sentence))

    def _show_read_only(self, current: OpenArticle) -> None:
        name = f"{shown(current.sidecar.name)} is not used."
        if not current.problems or current.saved is not None:
            self._desk.folder.note_problem(current.path, current.read_only)
            self._banners.show_banner(SIDECAR, BannerContent("warning", "Read only.", current.read_only))
            return
        problem = current.problems[0]
        self._desk.folder.note_problem(current.path, problem.sentence)
        buttons = (
            ("Show the file", lambda: _show_file(current.sidecar)),
            ("Start afresh, keep the old", self._desk.opener.start_afresh),
        )
        self._banners.show_banner(SIDECAR, BannerContent("error", name, _place(problem) + problem.sentence, buttons))

    def _show_places(self, current: OpenArticle) -> None:
        lost = len(current.problems)
        name = "1 annotation has lost its place." if lost == 1 else f"{lost} annotations have lost their place."
        self._desk.folder.note_problem(current.path, name)
        show = ("Show the file", lambda: _show_file(current.sidecar))
        self._banners.show_banner(PLACES, BannerContent("warning", name, DISPLACED, (show,)))

    def _show_saving(self) -> None:
        failures = self._desk.autosave.failures
        if not failures:
            self._banners.remove(SAVING)
            return
        failure = failures[0]
        name = f"{shown(failure.problem.path.name)} is not saved."
        sentence = f"{failure.problem.sentence} Your work is kept here."
        self._banners.show_banner(SAVING, BannerContent("error", name, sentence, self._ways_out(failure)))

    def _ways_out(self, failure: SaveError) -> Buttons:
        autosave = self._desk.autosave
        if not isinstance(failure, ChangedByOthersError):
            return (("Try again", autosave.try_again),)
        article = autosave.article_of(failure)
        return (
            ("Take theirs", lambda: self._take_theirs(article)),
            ("Keep mine", lambda: autosave.overwrite(article)),
        )

    def _take_theirs(self, article: OpenArticle) -> None:
        self._desk.autosave.give_up(article)
        if self._desk.session.current is article:
            self._desk.opener.reopen()


def _place(problem: Problem) -> str:
    return f"Line {problem.line}: " if problem.line else ""


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
