"""Rules that the values of settings keep."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from annotator.storage.sidecars.sidecar_names import is_annotator_name

MOST = 2**31 - 1
"""Largest number that Qt takes for a place or a size."""


def is_text(value: object) -> bool:
    return isinstance(value, str)


def is_path(value: object) -> bool:
    """Return whether the system takes it for a path: without NUL, and of Unicode but for what stands for bytes."""
    if not isinstance(value, str) or "\0" in value:
        return False
    try:
        value.encode("utf-8", sys.getfilesystemencodeerrors())
    except UnicodeEncodeError:
        return False
    return True


def is_base64(value: object) -> bool:
    return isinstance(value, str) and value.isascii()


def is_name(value: object) -> bool:
    """Part of the sidecars' file names: one with slashes in it would lead elsewhere."""
    return value == "" or (isinstance(value, str) and is_annotator_name(value))


def is_language(value: object) -> bool:
    """Return whether it is a code such as ``de``, which is part of a file's name, or empty for the system's."""
    return value == "" or (isinstance(value, str) and value.isascii() and value.isalpha())


def is_flag(value: object) -> bool:
    return isinstance(value, bool)


def is_position(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST


def is_two_counts(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(map(is_position, value))


def is_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(map(is_text, value))


def is_paths(value: object) -> bool:
    return isinstance(value, tuple) and all(map(is_path, value))


def one_of(choices: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in choices


def in_range(numbers: range) -> Callable[[object], bool]:
    return lambda value: is_position(value) and value in numbers


def by_text(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, Mapping) and all(is_text(k) and fits(v) for k, v in value.items())
