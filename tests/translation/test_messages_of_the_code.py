"""The messages of the code can be collected and translated: whole literals, and never before the language is known."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.support.code.syntax_trees import syntax_trees
from tests.support.paths import ROOT

MESSAGES = "annotator.translation.messages"
TRANSLATING = {"_", "ngettext", "pgettext"}
MARKING = TRANSLATING | {"N_"}


@cache
def trees() -> dict[str, ast.Module]:
    """The modules that translate, by their paths."""
    return {
        path.relative_to(ROOT).as_posix(): tree
        for path, tree in syntax_trees().items()
        if MESSAGES in path.read_text("utf-8")
    }


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


def test_no_message_is_translated_before_the_language_is_known() -> None:
    early = [
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        for node in run_at_import(tree)
        if is_translating(node)
    ]
    assert not early


def test_every_message_is_whole() -> None:
    """A message with an f-string in it cannot be collected."""
    glued = [
        f"{path}:{call.lineno}"
        for path, tree in trees().items()
        for call in calls(tree, MARKING)
        for argument in call.args
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
    assert not glued


def test_the_translating_function_is_not_also_a_name_to_throw_away() -> None:
    assert [path for path, tree in trees().items() if imports_it(tree) and any(bindings(tree))] == []


def imports_it(tree: ast.Module) -> bool:
    froms = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == MESSAGES)
    return any(alias.name == "_" for node in froms for alias in node.names)


def bindings(tree: ast.Module) -> Iterator[bool]:
    for node in ast.walk(tree):
        yield isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store)
        yield isinstance(node, ast.arg) and node.arg == "_"


@pytest.mark.parametrize("source", ["def f():\n    _('x')", "LATER = lambda: _('x')", "N_('x')"])
def test_what_runs_later_is_not_early(source: str) -> None:
    assert not [node for node in run_at_import(ast.parse(source)) if is_translating(node)]


@pytest.mark.parametrize("source", ["NAME = _('x')", "class A:\n    name = _('x')", "def f(name=_('x')): ..."])
def test_what_runs_at_import_is_early(source: str) -> None:
    assert [node for node in run_at_import(ast.parse(source)) if is_translating(node)]


def is_translating(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATING
