"""Lines of brat files that documents cannot represent, kept with a document and written back on export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from annotator.interop.formats.brat.lines import EQUIVALENCE, EVENT, TEXT, Line, line_of
from annotator.model.annotation import Value


class Kept:
    """Lines kept of a document; ``size`` counts all of them, well-formed or not; ``ids`` are the lines' ids."""

    def __init__(self, kept: Value) -> None:
        texts = kept if isinstance(kept, list) else [] if kept is None else [kept]
        lines = (line_of(text) for text in texts if isinstance(text, str) and len(text.splitlines()) == 1)
        self._lines = [line for line in lines if line and line.kind != TEXT]
        self.size = len(texts)

    @property
    def ids(self) -> list[str]:
        return [line.id for line in self._lines if line.kind != EQUIVALENCE]

    def applicable(self, ids: Mapping[str, str], types: Mapping[str, str]) -> list[Line]:
        """Return the lines that refer only to existing items, with current ids: ``ids`` maps former to current ids.

        ``types`` are brat's type names by current id; an event has the type of its trigger.
        """
        own = {line.id: line.id for line in self._lines if line.kind != EQUIVALENCE}
        known = own | dict(ids)
        gone = self._dangling(known)
        return [_typed(line.naming(known), types) for at, line in enumerate(self._lines) if at not in gone]

    def _dangling(self, known: Mapping[str, str]) -> set[int]:
        """Return the indexes of lines that refer to something missing, or to another such line."""
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
