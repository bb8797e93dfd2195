"""Paths of the files that come with the program: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]


def resource(name: str) -> Path:
    """Return the path of a file or folder in ``resources``, such as ``icons/check.svg``."""
    return _home("resources") / name


def samples() -> Path:
    """Return the folder of the sample articles."""
    return _home("sample_articles")


def _home(name: str) -> Path:
    packed = PACKAGE / name
    return packed if packed.is_dir() else PACKAGE.parent / name
