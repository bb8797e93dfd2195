"""What is left of a YAML file from which parts were taken out, with the lines that the rest had in the whole."""

from __future__ import annotations

from bisect import bisect_right

from annotator.model.annotation import Value
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain

SPENT = 4
"""How much of what may be read as YAML each part that was taken out costs."""


BEYOND_ASCII = ("\u0085".encode(), "\u2028".encode(), "\u2029".encode())


def breaks(piece: bytes) -> int:
    """How many lines end in it, as YAML 1.1 counts them."""
    returns = piece.count(b"\r")
    ascii_only = piece.count(b"\n") + (returns - piece.count(b"\r\n") if returns else 0)
    return ascii_only if piece.isascii() else ascii_only + sum(map(piece.count, BEYOND_ASCII))


class RestOfYaml:
    """Gathers the pieces that are left and the marks for what was not, then reads them.

    A mark is an item of a list of texts, a line of its own; runs of parts have one mark.
    """

    def __init__(self, mark: bytes) -> None:
        self._mark = mark
        self._pieces: list[bytes] = []
        self._line = 1
        self._starts = [1]
        self._shifts = [0]
        self._marks: dict[str, int] = {}
        self._taken = 0
        self._in_run = False

    @classmethod
    def whole(cls, data: bytes) -> RestOfYaml:
        """All of a file, of which nothing was taken out."""
        rest = cls(b"")
        rest._pieces.append(data)  # its lines need not be counted: nothing follows
        return rest

    def add(self, piece: bytes, line: int) -> None:
        """A piece that is left, and the line in which it began."""
        self._pieces.append(piece)
        self._starts.append(self._line)
        self._shifts.append(line - self._line)
        self._line += breaks(piece)
        self._in_run = False

    def mark(self, key: str) -> None:
        """A part was taken out of the list at the key."""
        self._taken += 1
        if not self._in_run:
            self.add(self._mark, self._line + self._shifts[-1])
            self._marks[key] = self._marks.get(key, 0) + 1
            self._in_run = True

    def load(self) -> Value:
        """What the rest holds, without the marks. Raises YamlError; MarkError where one is not where it was put."""
        try:
            root = self._loaded()
        except YamlError as error:
            raise YamlError(self._line_of(error.line), error.sentence) from error
        if self._taken:
            self._move(root)
        for key, count in self._marks.items():
            self._take_away(root, key, count)
        return root

    def _loaded(self) -> Value:
        data = b"".join(self._pieces)
        self._pieces.clear()  # each may be as large as the file
        if plain := load_plain(data):
            return plain
        from annotator.storage.yaml import guarded_yaml  # here: PyYAML is slow to import, and often not needed

        return guarded_yaml.load(data, self._taken * SPENT)

    def _take_away(self, root: Value, key: str, count: int) -> None:
        values = root.get(key) if isinstance(root, LinedMapping) else None
        mark = self._mark.decode()[3:-2]
        if not isinstance(root, LinedMapping) or not isinstance(values, list) or values.count(mark) != count:
            raise MarkError
        root[key] = [value for value in values if value != mark]

    def _move(self, value: Value) -> None:
        """Let the lines be those of the whole file."""
        if isinstance(value, LinedMapping):
            value.line = self._line_of(value.line)
            value.lines = {key: self._line_of(line) for key, line in value.lines.items()}
        if isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                self._move(item)

    def _line_of(self, line: int) -> int:
        return line + self._shifts[bisect_right(self._starts, line) - 1]


class MarkError(Exception):
    """A part that was taken out did not stand where it seemed to."""
