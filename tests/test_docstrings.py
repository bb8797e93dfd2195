"""Docstrings are plain sentences, and say what an engineer from another room must know."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.code.syntax_trees import directly_in, statements, syntax_trees
from tests.support.paths import ROOT

CLAUSES = frozenset(
    {
        *("as", "how", "if", "its", "that", "their", "those", "what", "whatever", "when", "where", "whether", "which"),
        *("who", "whoever", "whose", "why", "whom", "wherever", "whenever"),
    }
)
"""Words that begin a clause and not a sentence."""

Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Definition:
    """A module, class or function; ``public`` where no part of its name begins with an underscore."""

    module: str
    name: str
    node: Documented
    public: bool

    @property
    def docstring(self) -> str:
        return ast.get_docstring(self.node) or ""

    def __str__(self) -> str:
        return f"{self.module}:{getattr(self.node, 'lineno', 1)} {self.name}: {self.docstring.partition(chr(10))[0]}"


@cache
def sources() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name."""
    return {dotted(path): tree for path, tree in syntax_trees().items()}


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def definitions() -> tuple[Definition, ...]:
    return tuple(
        found
        for module, tree in sources().items()
        for found in (Definition(module, "", tree, public=True), *below(module, tree, "", public=True))
    )


def below(module: str, node: ast.AST, prefix: str, *, public: bool) -> Iterator[Definition]:
    for child in directly_in(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            seen = public and not child.name.startswith("_")
            yield Definition(module, prefix + child.name, child, seen)
            inside = seen and isinstance(child, ast.ClassDef)
            yield from below(module, child, f"{prefix}{child.name}.", public=inside)
        else:
            yield from below(module, child, prefix, public=public)


def test_no_docstring_is_a_clause() -> None:
    first = ((found, found.docstring.partition(" ")[0].strip("`.,:;").lower()) for found in definitions())
    assert [str(found) for found, word in first if word in CLAUSES] == []


def test_a_docstring_ends_its_first_paragraph_as_a_sentence() -> None:
    heads = ((found, " ".join(found.docstring.partition("\n\n")[0].split())) for found in definitions())
    assert [str(found) for found, head in heads if head and not head.endswith((".", "!", "?", ":", "”", "…"))] == []


def test_a_public_function_says_what_it_raises() -> None:
    functions = (found for found in definitions() if found.public and isinstance(found.node, ast.FunctionDef))
    silent = [str(found) for found in functions if (names := raised(found.node)) and not says(found, names)]
    assert silent == []


def says(found: Definition, names: set[str]) -> bool:
    return any(name in found.docstring for name in names) and "aise" in found.docstring


def raised(node: ast.AST) -> set[str]:
    """The exceptions that the function itself makes and raises, but for those that tell a mistake in the code."""
    names: set[str] = set()
    for child in directly_in(node):
        if isinstance(child, ast.Raise) and (name := name_of(child.exc)) and name not in CODING_MISTAKES:
            names.add(name)
        if not isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            names |= raised(child)
    return names


CODING_MISTAKES = frozenset(
    {"AssertionError", "NotImplementedError", "StopIteration", "SystemExit", "KeyError", "TypeError"}
)


def name_of(raising: ast.expr | None) -> str:
    """The class that is raised: ``X`` of ``raise X(…)`` and of ``raise X.at(…)``; empty for an error raised again."""
    if not isinstance(raising, ast.Call):
        return ""
    called = raising.func
    if isinstance(called, ast.Attribute):
        called = called.value
    return called.id if isinstance(called, ast.Name) and called.id[:1].isupper() else ""


def test_what_another_room_uses_has_a_docstring() -> None:
    by_name = {(found.module, found.name): found for found in definitions() if "." not in found.name and found.name}
    used = {found for use in uses() if (found := by_name.get(use)) and not found.docstring}
    assert sorted(map(str, used)) == []


def uses() -> Iterator[tuple[str, str]]:
    """Module and name of everything that a module of another room imports."""
    for module, tree in sources().items():
        for node in statements(tree):
            if isinstance(node, ast.ImportFrom) and node.module and room(node.module) != room(module):
                for alias in node.names:
                    yield node.module, alias.name


def room(module: str) -> str:
    return module.rpartition(".")[0]
