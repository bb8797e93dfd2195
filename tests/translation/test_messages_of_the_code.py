"""The messages of the code can be collected and translated: whole literals, and never before the language is known."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import ROOT

MESSAGES = "annotator.translation.messages"
TRANSLATING = {"_", "ngettext", "pgettext"}
MARKING = TRANSLATING | {"N_"}
SOURCES = sorted(path for path in (ROOT / "annotator").rglob("*.py") if MESSAGES in path.read_text("utf-8"))


def calls(node: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for child in ast.walk(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in names:
            yield child


def run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when the module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from child.decorator_list
            yield from (default for default in (*child.args.defaults, *child.args.kw_defaults) if default)
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from run_at_import(child)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "annotator").as_posix())
def test_no_message_is_translated_before_the_language_is_known(path: Path) -> None:
    early = [
        f"{path.name}:{node.lineno}"
        for node in run_at_import(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATING
    ]
    assert not early


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "annotator").as_posix())
def test_every_message_is_whole(path: Path) -> None:
    """A message with an f-string in it cannot be collected."""
    glued = [
        f"{path.name}:{call.lineno}"
        for call in calls(ast.parse(path.read_text("utf-8")), MARKING)
        for argument in call.args
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
    assert not glued


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "annotator").as_posix())
def test_the_translating_function_is_not_also_a_name_to_throw_away(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported = any(
        alias.name == "_"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == MESSAGES
        for alias in node.names
    )
    bound = [
        f"{path.name}:{node.lineno}"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store))
        or (isinstance(node, ast.arg) and node.arg == "_")
    ]
    assert not (imported and bound)
