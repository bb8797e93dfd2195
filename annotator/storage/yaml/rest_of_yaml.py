"""Reading of the rest of a YAML file from which parts were extracted, with the line numbers of the whole file."""

from __future__ import annotations

from bisect import bisect_right

from annotator.model.annotation import Value
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.storage.yaml.plain_yaml import load_plain

SPENT = 4
"""Keys and values by which each extracted part reduces the limit of ``guarded_yaml.load``."""


BEYOND_ASCII = ("\u0085".encode(), "\u2028".encode(), "\u2029".encode())


def breaks(piece: bytes) -> int:
    """Return the number of line breaks in the piece, as YAML 1.1 counts them."""
    returns = piece.count(b"\r")
    ascii_only = piece.count(b"\n") + (returns - piece.count(b"\r\n") if returns else 0)
    return ascii_only if piece.isascii() else ascii_only + sum(map(piece.count, BEYOND_ASCII))


class RestOfYaml:
    """Collector of the remaining pieces of a file, with marks in place of the extracted parts, and their reader.

    A mark is a line of its own, an item of a list of texts; a run of extracted parts has one mark.
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
        """Return the rest of a file of which nothing was extracted: the whole file."""
        rest = cls(b"")
        rest._pieces.append(data)  # no piece follows, so its lines need not be counted
        return rest

    def add(self, piece: bytes, line: int) -> None:
        """Add a remaining piece and the line in which it began."""
        self._pieces.append(piece)
        self._starts.append(self._line)
        self._shifts.append(line - self._line)
        self._line += breaks(piece)
        self._in_run = False

    def mark(self, key: str) -> None:
        """Record that a part was extracted from the list at the key."""
        self._taken += 1
        if not self._in_run:
            self.add(self._mark, self._line + self._shifts[-1])
            self._marks[key] = self._marks.get(key, 0) + 1
            self._in_run = True

    def load(self) -> Value:
        """Return the value of the rest, without the marks.

        Raises YamlError where the rest is not valid, and MarkError where a mark is not an item of its list.
        """
        try:
            root = self._loaded()
        except YamlError as error:
            raise YamlError(self._line_of(error.line), error.sentence) from error
        if self._taken:
            self._correct_lines(root)
        for key, count in self._marks.items():
            self._remove_marks(root, key, count)
        return root

    def _loaded(self) -> Value:
        data = b"".join(self._pieces)
        self._pieces.clear()  # frees up to the size of the file
        if plain := load_plain(data):
            return plain
        from annotator.storage.yaml import guarded_yaml  # PyYAML is slow to import and often not needed

        return guarded_yaml.load(data, self._taken * SPENT)

    def _remove_marks(self, root: Value, key: str, count: int) -> None:
        values = root.get(key) if isinstance(root, LinedMapping) else None
        mark = self._mark.decode()[3:-2]
        if not isinstance(root, LinedMapping) or not isinstance(values, list) or values.count(mark) != count:
            raise MarkError
        root[key] = [value for value in values if value != mark]

    def _correct_lines(self, value: Value) -> None:
        """Set the line numbers to those of the whole file, recursively."""
        if isinstance(value, LinedMapping):
            value.line = self._line_of(value.line)
            value.lines = {key: self._line_of(line) for key, line in value.lines.items()}
        if isinstance(value, dict | list):
            for item in value.values() if isinstance(value, dict) else value:
                self._correct_lines(item)

    def _line_of(self, line: int) -> int:
        return line + self._shifts[bisect_right(self._starts, line) - 1]


class MarkError(Exception):
    """An extracted part was not an item of the list that it seemed to belong to."""
