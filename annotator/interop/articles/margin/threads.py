"""Comments with their replies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from annotator.interop.articles.margin.margin import Comment


def threads(comments: Mapping[int, Comment]) -> dict[int, list[int]]:
    """Return the numbers of each comment and of all replies to it, by that comment, in the order of the numbers.

    A reply to a reply belongs to the first comment. One to a comment that is not there stands alone, and of replies
    that answer each other in a circle the one with the lowest number counts as the first. Replies stand in the order
    of their times where all have one, else in the order of the file.
    """
    by_key = {comment.key: number for number, comment in reversed([*comments.items()]) if comment.key}
    parents = {number: by_key.get(comment.answers) for number, comment in comments.items() if comment.answers}
    roots: dict[int, int] = {}
    found: dict[int, list[int]] = defaultdict(list)
    for number in comments:
        found[_root(number, parents, roots)].append(number)
    return {root: _in_order(root, found[root], comments) for root in sorted(found)}


def _root(number: int, parents: Mapping[int, int | None], roots: dict[int, int]) -> int:
    """Return the first comment of a thread; what was found is kept in ``roots`` for the replies on the way."""
    way: dict[int, None] = {}
    parent: int | None = number
    while parent is not None and parent not in roots and parent not in way:
        way[parent] = None
        number, parent = parent, parents.get(parent)
    if parent is None:
        root = number
    elif parent in roots:
        root = roots[parent]
    else:
        circle = list(way)
        root = min(circle[circle.index(parent) :])
    roots.update(dict.fromkeys(way, root))
    return root


def _in_order(root: int, members: list[int], comments: Mapping[int, Comment]) -> list[int]:
    replies = [number for number in members if number != root]
    if all(comments[number].time for number in replies):
        replies.sort(key=lambda number: comments[number].time)
    return [root, *replies]
