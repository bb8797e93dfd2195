"""Syntax trees of the package, which several tests look through."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.support.paths import ROOT


@cache
def syntax_trees() -> dict[Path, ast.Module]:
    """Return the tree of every module by its path, in order; for reading only."""
    was_on = gc.isenabled()
    gc.disable()  # it would look through a million new nodes again and again, and none of them is garbage
    try:
        return {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "annotator").rglob("*.py"))}
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def directly_in(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the statements of a statement or module, and its handlers and cases, which have statements in turn.

    Expressions, of which most nodes are, hold none.
    """
    for field in ("body", "handlers", "orelse", "finalbody", "cases"):
        yield from getattr(node, field, ())


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all statements in a statement or module, those within others too."""
    for child in directly_in(node):
        yield child
        yield from statements(child)
