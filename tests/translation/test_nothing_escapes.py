"""No sentence of the window is left outside the translation; single words are seen by looking through the window."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.support.code.syntax_trees import statements, syntax_trees
from tests.support.paths import ROOT

PACKAGE = ROOT / "annotator"
NOT_SHOWN = ("session/errors/", "session/display.py", "session/article_families.py", "anchoring/sightings.py")
"""What goes to the terminal and into the log, names of fonts, and types."""
READ_BY_PROGRAMS = frozenset(
    {"_", "N_", "nN_", "ngettext", "pgettext", "setObjectName", "compile", "ValueError", "findChild"}
)
FIXED = frozenset(
    {
        "the quick brown fox jumps over the lazy dog and runs on to the river",  # measures letters
        "start page",  # names of remembered layouts
        "narrow window",
        "focus mode",
        "high contrast",  # name of a theme
        "CC BY 4.0",  # name of a licence
        *("Apple Pages", "Apple Numbers", "Microsoft Works"),  # names of programs
        "<p style='white-space:pre-wrap'>",
    }
)
TWO_WORDS = re.compile(r"[^\W\d_]{2,}.* .*[^\W\d_]{2,}", re.DOTALL).search
SOURCES = sorted(
    path
    for room in ("ui", "session", "anchoring")
    for path in (PACKAGE / room).rglob("*.py")
    if not path.relative_to(PACKAGE).as_posix().startswith(NOT_SHOWN)
)


def sentences(tree: ast.Module) -> Iterator[str]:
    """Yield the texts of two words and more that are given to no function that translates or that is not shown."""
    passed, all_nodes = set(map(id, documentation(tree))), [*ast.walk(tree)]
    for call in (node for node in all_nodes if isinstance(node, ast.Call)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in READ_BY_PROGRAMS:
            passed |= {id(node) for argument in call.args for node in ast.walk(argument)}
    for node in all_nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield from filter(TWO_WORDS, [node.value])


def documentation(tree: ast.Module) -> Iterator[ast.Constant]:
    for statement in statements(tree):
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            yield statement.value


def enumerated(tree: ast.Module) -> Iterator[str]:
    """Yield the values of enumerations, which are compared and not shown."""
    for node in statements(tree):
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "Enum" for base in node.bases):
            yield from (child.value for child in ast.walk(node) if isinstance(child, ast.Constant))


def test_every_sentence_is_passed_to_the_translation() -> None:
    trees = {path: syntax_trees()[path] for path in SOURCES}
    left = {path: set(sentences(tree)) - FIXED - set(enumerated(tree)) for path, tree in trees.items()}
    assert {str(path): texts for path, texts in left.items() if texts} == {}


@pytest.mark.parametrize(
    "line", ['label.setText("No article is open")', 'x = f"{count} articles here"', 'say("One " + "two three")']
)
def test_a_sentence_outside_is_found(line: str) -> None:
    assert list(sentences(ast.parse(line)))


@pytest.mark.parametrize("line", ['_("No article is open")', 'N_("No article")', 'def f():\n    "Open the article."'])
def test_a_sentence_inside_is_not(line: str) -> None:
    assert not list(sentences(ast.parse(line)))
