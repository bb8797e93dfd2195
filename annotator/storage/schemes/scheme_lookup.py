"""Lookup of a folder's scheme: its own ``scheme.yaml``, or else the built-in one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from annotator.model.annotation import Value
from annotator.model.scheme import Scheme
from annotator.storage.files.file_bytes import MIB, bytes_of, is_surely_there, is_there
from annotator.storage.files.file_error import Problem, SchemeError
from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_reading import scheme
from annotator.storage.schemes.state_rules import lost_state_keys
from annotator.storage.schemes.value_keys import lost_keys, tagging_ids
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain

SCHEME_NAME = "scheme.yaml"
SCHEME_NAMES = (SCHEME_NAME, "scheme.yml", "Scheme.yaml", "Scheme.yml", "SCHEME.YAML", "SCHEME.YML")
"""Names that a folder's scheme may have; the first file that exists counts."""
BUILT_IN = "schemes/claims-sources-figures.yaml"
MAX_SCHEME_BYTES = 4 * MIB


def read_scheme(path: Path, *, follow: bool = False) -> Scheme:
    """Read a scheme from a YAML file. Raises SchemeError where it is unreadable or faulty."""
    return parsed_scheme(path, bytes_of(path, MAX_SCHEME_BYTES, SchemeError, follow=follow))


def parsed_scheme(path: Path, data: bytes) -> Scheme:
    """Return the scheme in the bytes of a file; ``path`` names the file in errors. Raises SchemeError."""
    try:
        return scheme(load_plain(data) or _loaded(data))
    except YamlError as error:
        raise SchemeError.at(path, error.sentence, error.line) from error


@cache
def built_in_scheme() -> Scheme:
    """Return the scheme that comes with the program."""
    return read_scheme(resource(BUILT_IN), follow=True)


def is_scheme_name(name: str) -> bool:
    """Tell whether it is one of the names that a folder's scheme may have."""
    return name in SCHEME_NAMES


def scheme_path(folder: Path) -> Path:
    """Return where the folder's own scheme is, or would be."""
    return next((path for name in SCHEME_NAMES if is_there(path := folder / name)), folder / SCHEME_NAME)


def with_scheme(folder: Path, top: Path | None) -> Path:
    """Return the nearest folder that has a scheme of its own, from ``folder`` up to ``top``; ``folder`` if none has."""
    above = (one for one in folder.parents if top and one.is_relative_to(top))
    return next((one for one in (folder, *above) if is_there(scheme_path(one))), folder)


def own_scheme(folder: Path) -> Path | None:
    """Return the folder's own scheme, readable or not; None if it has none.

    Raises SchemeError where the system cannot tell.
    """
    return next((path for name in SCHEME_NAMES if is_surely_there(path := folder / name, SchemeError)), None)


def scheme_of(folder: Path) -> tuple[Scheme, Problem | None]:
    """Return the folder's scheme and None, or the built-in scheme and the problem if the folder's scheme is faulty."""
    path = scheme_path(folder)
    if not is_there(path):
        return built_in_scheme(), None
    try:
        return read_scheme(path), None
    except SchemeError as error:
        return built_in_scheme(), error.problem


def unused_keys(path: Path) -> list[Problem]:
    """Return a problem for each attribute of a valid scheme whose keys do nothing."""
    data = bytes_of(path, MAX_SCHEME_BYTES, SchemeError)
    root = load_plain(data) or _loaded(data)
    if not isinstance(root, LinedMapping):
        return []
    found = (*lost_keys(root), *lost_state_keys(root, tagging_ids(root.mappings("labels"))))
    return [Problem(path, line, sentence) for line, sentence in found]


def _loaded(data: bytes) -> Value:
    from annotator.storage.yaml import guarded_yaml  # PyYAML is slow to import

    return guarded_yaml.load(data)
