"""Paths of the files that come with the program: in the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
CHECKOUT = PACKAGE.parent
"""The folder of the checkout, where the program runs from one."""


def is_checkout() -> bool:
    """Return whether the program runs from a checkout: only a built package has the resources inside."""
    return not (PACKAGE / "resources").is_dir()


def resource(name: str) -> Path:
    """Return the path of a file or folder in ``resources``, such as ``icons/check.svg``."""
    return _home("resources") / name


def samples() -> Path:
    """Return the folder of the sample articles."""
    return _home("sample_articles")


def _home(name: str) -> Path:
    return (CHECKOUT if is_checkout() else PACKAGE) / name
