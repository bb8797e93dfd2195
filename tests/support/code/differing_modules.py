"""Modules whose types can differ from one system to another: alone they are checked for the systems that this is not.

What differs stands in the stubs of the standard library below a question for “sys.platform”. A module that names none
of it is the same everywhere, and to check it once is enough.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.support.paths import ROOT

PACKAGE = ROOT / "annotator"
PLATFORM = "platform"
OF_CLASSES = ""
"""Names of methods and attributes that differ, which are called without their class being imported."""
IMPORTED = re.compile(r"^ *(?:import|from) ([\w.]+)", re.MULTILINE)
WORD = re.compile(r"[^\W\d]\w*")


def differing_modules(package: Path = PACKAGE) -> list[str]:
    """Return the paths of the modules, in order, that ask for the system or name what differs from one to another."""
    sources = {path: path.read_text("utf-8") for path in sorted(package.rglob("*.py"))}
    imported = {path: set(IMPORTED.findall(source)) for path, source in sources.items()}
    names = differing_names({"builtins"}.union(*imported.values()))
    return [str(path) for path, source in sources.items() if differs(source, imported[path], names)]


def differs(source: str, imported: set[str], names: dict[str, set[str]]) -> bool:
    """Return whether the source names what differs of a class, or of a module that it imports."""
    words = set(WORD.findall(source))
    return PLATFORM in words or any(not words.isdisjoint(names.get(name, ())) for name in (OF_CLASSES, *imported))


def differing_names(imported: Iterable[str]) -> dict[str, set[str]]:
    """Return the names that differ by the module that has them, of the modules in the standard library among these."""
    found = defaultdict[str, set[str]](set)
    for module in imported:
        for name, is_of_class in below_question(ast.parse(stub(module)).body):
            found[OF_CLASSES if is_of_class else module].add(name)
    return found


def stub(module: str) -> str:
    """Return the stub that mypy has of a module; empty where it has none, and where nothing in it differs."""
    mypy = find_spec("mypy")
    assert mypy
    assert mypy.origin
    place = Path(mypy.origin).parent.joinpath("typeshed", "stdlib", *module.split("."))
    paths = (path for path in (place / "__init__.pyi", place.with_suffix(".pyi")) if path.exists())
    text = "".join(path.read_text("utf-8") for path in paths)
    return text if PLATFORM in text else ""


def below_question(
    body: Iterable[ast.stmt], *, is_of_class: bool = False, asked: bool = False
) -> Iterator[tuple[str, bool]]:
    """Yield what is defined below a question for the system, and whether it is of a class."""
    for node in body:
        if isinstance(node, ast.If):
            asks = asked or PLATFORM in ast.unparse(node.test)
            yield from below_question([*node.body, *node.orelse], is_of_class=is_of_class, asked=asks)
        elif asked:
            yield from ((name, is_of_class) for name in defined(node))
        elif isinstance(node, ast.ClassDef):
            yield from below_question(node.body, is_of_class=True)


def defined(node: ast.stmt) -> list[str]:
    """Return the names that a statement of a stub defines."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Assign():
            return [target.id for target in node.targets if isinstance(target, ast.Name)]
        case ast.Import() | ast.ImportFrom():
            return [alias.asname or alias.name for alias in node.names]
        case _:
            return []
