"""Copies of a sidecar that sync services create beside it when two machines have changed it at once."""

from __future__ import annotations

import os
import re
import stat
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import count
from pathlib import Path, PurePath
from unicodedata import normalize

from annotator.storage.articles.article_reading import ARTICLE_SUFFIXES
from annotator.storage.files.atomic_write import saving_failed
from annotator.storage.files.file_bytes import bytes_of, is_there
from annotator.storage.files.file_error import Problem, SaveError, SidecarError, shown
from annotator.storage.files.folder_handle import FolderHandle
from annotator.storage.files.hidden_folder import history_place, opened
from annotator.storage.saving.copy_names import Kind, kind_of
from annotator.storage.saving.own_sidecar import has_name_for, sidecar_of
from annotator.storage.sidecars.belonging import is_plain_name
from annotator.storage.sidecars.sidecar_files import (
    MAX_SIDECAR_BYTES,
    annotator_in,
    root_of,
    stem_in,
    stem_of,
)
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.translation.messages import N_, _

BODY = re.compile(rb"^(?:annotations|relations|read):", re.MULTILINE)
MOST_OF_A_HEAD = 64 * 1024
MARK = ".annotations"
USUAL_END = f"{MARK}.yaml"


SECOND = N_(
    "It is a second version of {file} that a sync service or another program has left. Open the article and merge it."
)


def conflict_copies(sidecar: Path, *, sure: bool = False) -> list[Path]:
    """Return the conflict copies beside the sidecar, by name; never the sidecar of another annotator or article.

    If the folder cannot be listed there are none, unless ``sure``: then OSError is raised.
    """
    folder = sidecar.parent
    articles = cache(lambda: _articles_among(_files_in(folder)))
    alike = (sidecar.with_name(name) for name in sorted(_alike(_names_in(folder, sure=sure), sidecar)))
    return [path for path in alike if _is_file(path) and _is_copy(path, sidecar, articles)]


def _alike(names: Iterable[str], sidecar: Path) -> Iterator[str]:
    """Yield the names that may be those of copies, quickly, as a folder can have 100,000 files."""
    stem, whole = normalize("NFC", stem_of(sidecar)), normalize("NFC", sidecar.name)
    beginning = PurePath(stem).stem
    for name in names:
        if MARK in name:
            composed = normalize("NFC", name)
            if composed.startswith(beginning) and kind_of(composed, whole, stem) is not Kind.NONE:
                yield name


def conflict_copies_in(folder: Path) -> dict[Path, Path]:
    """Map each conflict copy in the folder to the sidecar, also there, of which it is a copy."""
    names = _files_in(folder)
    articles, sidecars = _articles_among(names), defaultdict[str, list[str]](list)
    for name in names:
        if stem := normalize("NFC", stem_in(name)):
            sidecars[stem].append(name)
            beginning, dot, suffix = stem.rpartition(".")
            if beginning and f"{dot}{suffix}".lower() in ARTICLE_SUFFIXES:
                sidecars[beginning].append(name)
    return {
        folder / name: folder / sidecar
        for name in names
        if MARK in name and not _is_the_only_one(name, articles, sidecars)
        for sidecar in _that_may_have(normalize("NFC", name), sidecars)
        if _is_copy(folder / name, folder / sidecar, lambda: articles)
    }


def _is_the_only_one(name: str, articles: Collection[str], sidecars: Mapping[str, list[str]]) -> bool:
    """Tell quickly whether the file is the only sidecar of an article in the folder, as most are."""
    stem = name.removesuffix(USUAL_END)
    return stem != name and stem in articles and len(sidecars.get(stem, ())) == 1


def _that_may_have(name: str, sidecars: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the sidecars whose stem the name begins with, before its last “.annotations”."""
    for end in range(1, name.rindex(MARK) + 1):
        yield from sidecars.get(name[:end], ())


def _files_in(folder: Path) -> list[str]:
    """List the names of the folder's files, in order; none where it cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_file(follow_symlinks=False))
    except OSError:
        return []


def _names_in(folder: Path, *, sure: bool) -> list[str]:
    """List all names in the folder. Where it cannot be listed there are none, or OSError is raised where ``sure``."""
    try:
        return os.listdir(folder)  # noqa: PTH208  # texts: making a path of each takes many times as long
    except OSError:
        if sure:
            raise
        return []


def _is_file(path: Path) -> bool:
    """Return whether it is a file, and no link; True where the system cannot tell."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _articles_among(names: Iterable[str]) -> set[str]:
    return {normalize("NFC", name.rpartition(".")[0]) for name in names if name.lower().endswith(ARTICLE_SUFFIXES)}


def second_version(copy: Path, sidecar: Path) -> Problem:
    """Return the problem that the file is a second version of the sidecar."""
    return Problem(copy, None, _(SECOND).format(file=shown(sidecar.name)))


def put_away(copy: Path, sidecar: Path) -> Path:
    """Move a merged copy to the sidecar's history and return its new path. Raises SaveError where that fails."""
    try:
        with FolderHandle.open(copy.parent) as folder, opened(history_place(sidecar), create=True) as history:
            name = _free_name(copy.name, history.names())
            folder.move(copy.name, history, name)
            return history.path / name
    except OSError as failure:
        raise SaveError.at(copy, saving_failed(failure)) from failure


def _free_name(name: str, taken: Collection[str]) -> str:
    return next(free for number in count(1) if (free := name if number == 1 else f"{name}{number}") not in taken)


def _is_copy(path: Path, sidecar: Path, articles: Callable[[], Collection[str]]) -> bool:
    """Tell whether the file is a copy; ``articles`` returns, if called, the stems of the folder's articles in NFC."""
    stem = normalize("NFC", stem_of(sidecar))
    name = normalize("NFC", path.name)
    kind = kind_of(name, normalize("NFC", sidecar.name), stem)
    if kind is not Kind.LIKELY:
        return kind is Kind.SURE
    other = normalize("NFC", stem_of(path))
    return (other in (stem, Path(stem).stem) or other not in articles()) and _names_owner_of(path, sidecar)


def _names_owner_of(path: Path, sidecar: Path) -> bool:
    """Tell whether the head of the file names the article and the annotator of the sidecar."""
    try:
        data = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)[:MOST_OF_A_HEAD]
        root = root_of(BODY.split(data, 1)[0])
        file, annotator = root.mapping("article").text("file"), normalize("NFC", root.text("annotator"))
    except (SidecarError, YamlError):
        return False
    if annotator != normalize("NFC", annotator_in(sidecar)) or not is_plain_name(file):
        return False
    article = sidecar.with_name(file)
    if not has_name_for(_nfc(sidecar), _nfc(article)):
        return False
    return not is_there(article) or sidecar_of(article, annotator_in(sidecar)).name == sidecar.name


def _nfc(path: Path) -> Path:
    return path.with_name(normalize("NFC", path.name))
