"""Banners on problems with the settings, the keys, the folder, its scheme, the article and its sidecar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import QObject

from annotator.language.annotator_names import GOLD
from annotator.model.change import Change
from annotator.session.open_article import OpenArticle
from annotator.session.services import Services
from annotator.storage.articles.encodings import name_of
from annotator.storage.files.file_error import shown
from annotator.translation.messages import N_, _, listed, ngettext, number
from annotator.ui.notices.file_problems import Button, file_button, problem_words
from annotator.ui.widgets.banner import BannerContent, BannerStack

SETTINGS, KEYS, FOLDER, SCHEME, ARTICLE, SIDECAR, PLACES, DROPPED, ENCODING, OTHERS = (
    *("settings", "keys", "folder", "scheme", "article", "sidecar", "places", "dropped", "encoding", "others"),
)
OF_ARTICLE = (ARTICLE, SIDECAR, PLACES, DROPPED, ENCODING, OTHERS)
PLACE_IN_FILE = attrgetter("displaced")
MODES = {"review": N_("Review"), "compare_annotators": N_("Compare annotators")}
NO_ARTICLE = N_("This folder has no article yet.")
CHANGED = N_(
    "The article has changed since it was annotated. The annotations are kept unchanged until you settle each."
)
DISPLACED = N_(
    "The annotated words are no longer there. The annotations are kept unchanged, listed with a warning sign."
)


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
        services.plan.changed.connect(self._show_others_less)
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
            self._banners.show_banner(KEYS, BannerContent("warning", _("Keys."), " ".join(problems)))
        else:
            self._banners.remove(KEYS)

    def _show_settings(self, sentence: str) -> None:
        self._banners.show_banner(SETTINGS, BannerContent("warning", _("Settings."), sentence))

    def _show_folder(self) -> None:
        self._banners.remove(FOLDER)
        problem = self._services.folder.scheme_problem
        if problem:
            name = _("{file} is faulty.").format(file=problem.path.name)
            sentence = _("{problem} The built-in scheme is used; nothing is lost.").format(
                problem=problem_words(problem)
            )
            self._banners.show_banner(SCHEME, BannerContent("warning", name, sentence, (file_button(problem.path),)))
        else:
            self._banners.remove(SCHEME)

    def show_empty(self, files: Sequence[Path]) -> None:
        """Say that the folder has no article, and offer to import the files that it has instead."""
        if files:
            button = (_import_words(len(files)), lambda: self._import_files(files))
            content = BannerContent("info", _(NO_ARTICLE), _importable_words(len(files)), (button,))
            self._banners.show_banner(FOLDER, content)
        else:
            sentence = _(
                "An article is a plain-text file that ends in .txt or .md. Put some in, or open another folder."
            )
            self._banners.show_banner(FOLDER, BannerContent("info", _(NO_ARTICLE), sentence))

    def _show_folder_failed(self, sentence: str) -> None:
        self._banners.show_banner(FOLDER, BannerContent("error", _("The folder cannot be opened."), sentence))

    def _show_unreadable(self, sentence: str) -> None:
        path = self._services.session.path
        name = _("The article cannot be opened.")
        if path:
            name = _("{file} cannot be opened.").format(file=shown(path.name))
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
        self._show_dropped(current)
        if self._services.opener.annotator != GOLD:  # whose final version is made of theirs
            self._show_others(current)
        if current.encoding_guessed or current.encoding_forgotten:
            self._show_encoding(current)

    def _show_dropped(self, current: OpenArticle) -> None:
        if sentences := current.dropped.sentences():
            content = BannerContent("warning", _("The article has changed."), " ".join(sentences))
            self._banners.show_banner(DROPPED, content)

    def _show_others(self, current: OpenArticle) -> None:
        seen = [path for path in current.others if self._services.plan.sees(path)]
        if not seen:
            return
        sentence = _(
            "Annotations under another name, or none, are in {files}. "
            "They are kept: a review or a comparison shows them."
        )
        files = listed(shown(path.name) for path in seen)
        name, buttons = (
            _("Somebody else has worked on this."),
            (self._way_to("review"), self._way_to("compare_annotators")),
        )
        self._banners.show_banner(OTHERS, BannerContent("info", name, sentence.format(files=files), buttons))

    def _way_to(self, mode: str) -> Button:
        """Return a button that begins a mode in which others' work is seen, and takes the banner away."""

        def begin() -> None:
            self._banners.remove(OTHERS)
            self._run(mode)

        return _(MODES[mode]), begin

    def _show_others_less(self) -> None:
        """Take the banner on others away, once it is known that the plan hides them."""
        if self._services.plan.hides_others:
            self._banners.remove(OTHERS)

    def _show_encoding(self, current: OpenArticle) -> None:
        name = _("Read as {encoding}.").format(encoding=name_of(current.encoding))
        choose = (_("Choose another…"), lambda: self._run("encoding"))
        self._banners.show_banner(ENCODING, BannerContent("info", name, _about_encoding(current), (choose,)))

    def _show_read_only(self, current: OpenArticle) -> None:
        if not current.problems or current.saved is not None:
            self._services.folder.note_problem(current.path, current.read_only)
            allow = (_("Allow links in this folder"), lambda: self._allow_links(current))
            buttons: tuple[Button, ...] = (allow,) if current.linked else ()
            self._banners.show_banner(SIDECAR, BannerContent("warning", _("Read only."), current.read_only, buttons))
            return
        problem = current.problems[0]
        self._services.folder.note_problem(current.path, problem.sentence)
        afresh = (_("Start afresh, keep the old"), self._services.opener.start_afresh)
        name = _("{file} is not used.").format(file=shown(current.sidecar.name))
        content = BannerContent("error", name, problem_words(problem), (file_button(current.sidecar), afresh))
        self._banners.show_banner(SIDECAR, content)

    def _allow_links(self, current: OpenArticle) -> None:
        """Remember in the settings that links may lead out of this folder, and open the article again."""
        store = self._services.store
        store.update(folders_with_links=store.settings.folders_with_links_and(str(current.path.parent)))
        self._services.opener.reopen()

    def _follow_places(self, change: Change) -> None:
        if any(map(PLACE_IN_FILE, chain(change.annotations_removed, change.annotations_added))):
            self._show_places()

    def _show_places(self) -> None:
        current = self._services.session.current
        displaced = current.index.displaced.values() if current else ()
        if current is None or not displaced:
            self._banners.remove(PLACES)
            return
        name = _lost_words(len(displaced))
        self._services.folder.note_problem(current.path, name)
        sentence = _(CHANGED if any(annotation.is_elsewhere for annotation in displaced) else DISPLACED)
        buttons = ((_("Go through them"), lambda: self._run("places")), file_button(current.sidecar))
        self._banners.show_banner(PLACES, BannerContent("warning", name, sentence, buttons))


def _import_words(files: int) -> str:
    return ngettext("Import {count} file…", "Import {count} files…", files).format(count=number(files))


def _importable_words(files: int) -> str:
    sentence = ngettext(
        "But {count} file in it can be imported as articles: web pages, Word, PDF and the like.",
        "But {count} files in it can be imported as articles: web pages, Word, PDF and the like.",
        files,
    )
    return sentence.format(count=number(files))


def _lost_words(annotations: int) -> str:
    sentence = ngettext(
        "{count} annotation has lost its place.", "{count} annotations have lost their place.", annotations
    )
    return sentence.format(count=number(annotations))


def _about_encoding(current: OpenArticle) -> str:
    if current.encoding_forgotten:
        sentence = _("It was read as {encoding} when it was annotated, but can no longer be read so.")
        return sentence.format(encoding=name_of(current.encoding_forgotten))
    if current.encoding_rivals:
        sentence = _("The file does not say its encoding, which may as well be {encodings}. Look which one is right.")
        return sentence.format(encodings=listed(map(name_of, current.encoding_rivals)))
    return _("The file does not say its encoding; look whether letters with accents are right.")
