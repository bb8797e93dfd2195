"""Moved words of a Word document: comments go with them, and they stand once, where they were moved to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from annotator.interop.articles.inline.signs import MOVED, MOVED_END, PLACE, number_in, numbered
from annotator.interop.articles.kinds.word.names import W, change_of, run_of
from annotator.interop.articles.margin.margin import Margin

Pieces = list[Any]
"""Elements around the words of one move, in their order."""


def sign_moves(body: Any, margin: Margin) -> None:
    """Take out what was moved, with its comments put where it was moved to; what stands nowhere is a deletion."""
    left, arrived = _by_name(body, "moveFrom"), _by_name(body, "moveTo")
    for name, pieces in left.items():
        if name in arrived or (not name and arrived):
            _carry(pieces, arrived.get(name, []), margin)
            for piece in pieces:
                piece.getparent().remove(piece)
        else:
            for piece in pieces:
                piece.tag = W + "del"
    for piece in (piece for pieces in arrived.values() for piece in pieces):
        piece.insert(0, run_of(piece, numbered(MOVED, change_of(piece, margin))))
        piece.append(run_of(piece, MOVED_END))


def _by_name(body: Any, kind: str) -> dict[str, Pieces]:
    """Return the pieces of moved words by the names of the ranges that they are in; empty for none."""
    found: dict[str, Pieces] = defaultdict(list)
    names: dict[str, str] = {}
    for element in list(body.iter(W + kind, f"{W}{kind}RangeStart", f"{W}{kind}RangeEnd")):
        id = element.get(W + "id", "")
        if element.tag.endswith("Start"):
            names[id] = element.get(W + "name", "")
        elif element.tag.endswith("End"):
            names.pop(id, None)
        elif element.getparent().tag not in (W + "rPr", W + "trPr") and len(element):
            found[next(reversed(names.values()), "")].append(element)
    return found


def _carry(left: Pieces, arrived: Pieces, margin: Margin) -> None:
    """Put the signs of comments within moved words at the same words where these stand now; others stay beside them."""
    signs, old, new = _signs(left), _words(left), _words(arrived)
    numbers = [number_in(sign) for _at, sign in signs]
    there = {number_in(sign) for _at, sign in _signs(arrived)}
    shift = len(new) - len(new.lstrip()) - (len(old) - len(old.lstrip()))
    for at, sign in reversed(signs):
        if number_in(sign) in there:
            continue
        if old.strip() == new.strip() and numbers.count(number_in(sign)) > 1:
            _put(arrived, min(max(at + shift, 0), len(new)), sign)
        else:
            left[0].addprevious(run_of(left[0], sign))
            margin.put_beside(sign)


def _texts(pieces: Sequence[Any]) -> list[Any]:
    return [text for piece in pieces for text in piece.iter(W + "t", W + "delText")]


def _words(pieces: Sequence[Any]) -> str:
    return PLACE.sub("", "".join(text.text or "" for text in _texts(pieces)))


def _signs(pieces: Sequence[Any]) -> list[tuple[int, str]]:
    """Return the signs in the words, each with its offset in these without signs."""
    found, length = [], 0
    for text in _texts(pieces):
        words, last = text.text or "", 0
        for sign in PLACE.finditer(words):
            length, last = length + sign.start() - last, sign.end()
            found.append((length, sign[0]))
        length += len(words) - last
    return found


def _put(pieces: Sequence[Any], at: int, sign: str) -> None:
    """Put the sign behind that many characters of the words."""
    for text in _texts(pieces):
        words = text.text or ""
        length = len(PLACE.sub("", words))
        if at <= length:
            place = at
            for other in PLACE.finditer(words):
                place += len(other[0]) if other.start() < place else 0
            text.text = words[:place] + sign + words[place:]
            return
        at -= length
