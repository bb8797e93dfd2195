"""Where the files that come with the program are: in the installed package, else beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]


def resource(name: str) -> Path:
    """A file or folder of ``resources``, named as ``icons/check.svg``."""
    return _home("resources") / name


def samples() -> Path:
    """The folder of sample articles."""
    return _home("sample_articles")


def _home(name: str) -> Path:
    packed = PACKAGE / name
    return packed if packed.is_dir() else PACKAGE.parent / name
