"""Copies of documents that cannot be saved where they belong."""

from __future__ import annotations

from pathlib import Path

from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.storage.files.atomic_write import saving_failed, write_atomically
from annotator.storage.files.file_error import SaveError, shown
from annotator.storage.files.free_name import free_name
from annotator.storage.files.stray_files import clear_beside
from annotator.storage.program.private_files import PRIVATE, make_folder
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from annotator.translation.messages import N_, _

LONGEST_STEM = 60
NO_COPY = N_("No copy could be kept: {reason}")


def save_copy(article: OpenArticle, path: Path, mode: int = 0o666) -> None:
    """Write the article's document to ``path``, where a link is followed. Raises SaveError.

    A sidecar quotes every marked word, so the copy is whole without its article.
    """
    write_atomically(path, SidecarWriter().data(article.document), follow=True, mode=mode)


def keep_unsaved(autosave: Autosave, folder: Path, at: str) -> list[str]:
    """Copy to ``folder`` what could not be saved. Return a sentence for each article.

    ``at`` is the time that the copies are named by.
    """
    sentences = []
    for failure in autosave.failures:
        article = autosave.article_of(failure)
        not_saved = _("{file} is not saved. {reason}")
        not_saved = not_saved.format(file=shown(failure.problem.path.name), reason=failure.problem.sentence)
        sentences.append(f"{not_saved} {_kept(article, folder, at)}")
    return sentences


def copies_in(folder: Path) -> list[Path]:
    """Return the copies that are kept there."""
    return sorted(folder.glob("*.yaml*"))


def _kept(article: OpenArticle, folder: Path, at: str) -> str:
    stem = article.sidecar.stem[:LONGEST_STEM]
    try:
        make_folder(folder)
        clear_beside(folder / stem)
        path = free_name(folder / f"{at.replace(':', '-')}-{stem}", ".yaml")
        save_copy(article, path, PRIVATE)
    except OSError as failure:
        return _(NO_COPY).format(reason=saving_failed(failure))
    except SaveError as error:
        return _(NO_COPY).format(reason=error.problem.sentence)
    return _("The work is kept in {file}.").format(file=shown(str(path)))
