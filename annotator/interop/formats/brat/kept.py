"""The lines of a brat file that we have no place for: kept with a document, given back when it goes to brat again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from annotator.interop.formats.brat.lines import EQUIVALENCE, EVENT, TEXT, Line, line_of
from annotator.model.annotation import Value


class Kept:
    """``size`` is how many there are, well-formed or not; ``ids`` those that the lines have."""

    def __init__(self, kept: Value) -> None:
        texts = kept if isinstance(kept, list) else [] if kept is None else [kept]
        lines = (line_of(text) for text in texts if isinstance(text, str) and len(text.splitlines()) == 1)
        self._lines = [line for line in lines if line and line.kind != TEXT]
        self.size = len(texts)

    @property
    def ids(self) -> list[str]:
        return [line.id for line in self._lines if line.kind != EQUIVALENCE]

    def standing(self, ids: Mapping[str, str], types: Mapping[str, str]) -> list[Line]:
        """Those that speak only of what is there, in its ids now: ``ids`` has what an item's id has become.

        ``types`` are brat's names by these ids: an event is of the type that its trigger has.
        """
        own = {line.id: line.id for line in self._lines if line.kind != EQUIVALENCE}
        known = own | dict(ids)
        gone = self._gone(known)
        return [_typed(line.naming(known), types) for at, line in enumerate(self._lines) if at not in gone]

    def _gone(self, known: Mapping[str, str]) -> set[int]:
        """The places of the lines that speak of what is not there, or of another such line."""
        speakers: dict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(self._lines):
            for id in line.references:
                speakers[id].append(at)
        gone: set[int] = set()
        waiting = [id for id in speakers if id not in known]
        while waiting:
            for at in speakers[waiting.pop()]:
                if at not in gone:
                    gone.add(at)
                    waiting.append(self._lines[at].id)
        return gone


def _typed(line: Line, types: Mapping[str, str]) -> Line:
    if line.kind != EVENT:
        return line
    trigger = line.references[0]
    type = types.get(trigger, line.words[0].partition(":")[0])
    return replace(line, words=(f"{type}:{trigger}", *line.words[1:]))
