"""Classic mutants of a module: one operator, constant, condition, result or statement is another in each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

OPPOSITES = ((ast.Eq, ast.NotEq), (ast.Is, ast.IsNot), (ast.In, ast.NotIn), (ast.Lt, ast.LtE), (ast.Gt, ast.GtE))
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    **dict(OPPOSITES),
    **{other: one for one, other in OPPOSITES},
}
SUMS: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


@dataclass(frozen=True, slots=True)
class Mutant:
    """``source`` is the whole module with the ``change`` in that line."""

    line: int
    change: str
    source: str


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant, in the order of the module; types, asserts and what stands for messages stay as they are."""
    count = sum(1 for _ in _places(ast.parse(source)))
    for number in range(count):
        tree = ast.parse(source)
        holder, name, index, new = [*_places(tree)][number]
        old = getattr(holder, name) if index is None else getattr(holder, name)[index]
        before = ast.unparse(old)
        if index is None:
            setattr(holder, name, new)
        else:
            getattr(holder, name)[index] = new
        after = ast.unparse(ast.fix_missing_locations(new))
        yield Mutant(old.lineno, f"{_short(before)}  →  {_short(after)}", ast.unparse(ast.fix_missing_locations(tree)))


def _short(code: str) -> str:
    first, *more = code.splitlines()
    return f"{first[:90]} …" if more or len(first) > 90 else first


Place = tuple[ast.AST, str, int | None, ast.AST]
"""What holds the node, under which name and number, and what stands there in the mutant."""


def _places(tree: ast.AST) -> Iterator[Place]:
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.Assert | ast.JoinedStr):
                continue
            for new in _instead_of(child):
                yield tree, name, index, new
            yield from _places(child)


def _instead_of(node: ast.AST) -> Iterator[ast.AST]:
    yield from _instead_of_expression(node) if isinstance(node, ast.expr) else _instead_of_statement(node)


def _instead_of_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(ops=[op, *others]) if type(op) in COMPARISONS:
            yield ast.Compare(node.left, [COMPARISONS[type(op)](), *others], node.comparators)
        case ast.BoolOp(op=op):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.BinOp(op=op) if type(op) in SUMS:
            yield ast.BinOp(node.left, SUMS[type(op)](), node.right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)


def _instead_of_statement(node: ast.AST) -> Iterator[ast.stmt]:
    match node:
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call()):
            yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.Return(value=ast.expr()) if not _is_none(node.value):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Continue():
            yield ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()


def _is_none(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is None
