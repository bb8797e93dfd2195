"""Reading of CoNLL files: one token with its tag per line, and a blank line after each sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from annotator.interop.foreign.errors import ForeignError, line_place
from annotator.interop.formats.conll.comments import parse_comment
from annotator.interop.formats.conll.iob import chunks, is_tag
from annotator.model.span import Span
from annotator.storage.files.file_bytes import MIB, open_file, reading_failed
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import _

DOCUMENT_START = "-DOCSTART-"
LONGEST_LINE = MIB
LONGEST_TEXT = 64 * MIB
BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class TaggedText:
    """Document of a file that begins on ``line``; ``path`` and ``annotator`` are empty where the file has none.

    ``error`` is the first fault of its lines, with which it cannot be used.
    """

    line: int
    path: str = ""
    annotator: str = ""
    text: str = ""
    tokens: list[Span] = field(default_factory=list)
    sentences: list[list[str]] = field(default_factory=lambda: [[]])
    error: ForeignError | None = None

    @property
    def has_begun(self) -> bool:
        return bool(self.tokens or self.path or self.error)

    def found(self) -> Iterator[tuple[str, Span, bool]]:
        """Yield type and span of each tagged range, and whether its tags follow the scheme."""
        for chunk in chunks(self.sentences):
            span = Span(self.tokens[chunk.first].start, self.tokens[chunk.end - 1].end)
            yield chunk.type, span, chunk.regular


class ConllFile:
    """Read one file line by line; ``label`` is the label that its types stand for, empty where it names none."""

    def __init__(self, path: Path, place: str) -> None:
        self._path, self._place = path, place
        self.label = ""
        self._parts: list[str] = []
        self._length = 0

    def documents(self) -> Iterator[TaggedText]:
        """Yield the documents, also those with a fault. Raises FileError."""
        current = TaggedText(1)
        for number, data in self._lines():
            try:
                line = self._decoded(data, number)
                comment = parse_comment(line)
                begins = (comment is not None and comment[0] == "path") or line.startswith(DOCUMENT_START)
                if begins and current.has_begun:
                    yield self._finished(current)
                    current = TaggedText(number)
                if comment:
                    self._apply_comment(comment, current)
                elif not begins and not current.error:
                    self._take(line, number, current)
            except ForeignError as error:
                current.error = current.error or error
        if current.has_begun:
            yield self._finished(current)

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield the lines by their numbers; of one that is too long a beginning that is too long."""
        try:
            with open_file(self._path, FileError) as file:
                for number, data in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), 1):
                    rest = data
                    while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
                        rest = file.readline(LONGEST_LINE + 1)
                    yield number, data
        except OSError as failure:
            raise FileError.at(self._path, reading_failed(failure)) from failure

    def _decoded(self, data: bytes, number: int) -> str:
        if len(data) > LONGEST_LINE:
            self._fail(_("It is longer than {most} MiB.").format(most=LONGEST_LINE // MIB), number)
        try:
            line = (data.removeprefix(BOM) if number == 1 else data).decode().removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError:
            self._fail(_("It is not UTF-8."), number)
        if "\r" in line or "\0" in line:
            self._fail(_("It has characters that are not text."), number)
        return line

    def _take(self, line: str, number: int, current: TaggedText) -> None:
        if line.strip():
            self._add(line, number, current)
        else:
            self._end_sentence(current)

    def _apply_comment(self, comment: tuple[str, str], current: TaggedText) -> None:
        match comment:
            case "path", value:
                current.path = value
            case "annotator", value:
                current.annotator = value
            case _, value:
                self.label = value

    def _end_sentence(self, current: TaggedText) -> None:
        if current.sentences[-1]:
            current.sentences.append([])

    def _add(self, line: str, number: int, current: TaggedText) -> None:
        columns = line.split("\t") if "\t" in line else line.split()
        token, tag = columns[0], columns[-1].strip()
        if len(columns) < 2 or not token or not is_tag(tag):
            if line.startswith("#"):
                return
            self._fail(_("{line} has no tag, such as O, B-PER or I-PER, after a tab.").format(line=told(line)), number)
        start = self._start(columns, token, number, current)
        self._parts.append(token)
        self._length = start + len(token)
        current.tokens.append(Span(start, self._length))
        current.sentences[-1].append(tag)

    def _start(self, columns: list[str], token: str, number: int, current: TaggedText) -> int:
        """Return the token's start: its offset if the line has one, else after the last token and a blank."""
        gap = 1 if current.tokens else 0
        if len(columns) == 4 and all(column.isascii() and column.isdecimal() for column in columns[1:3]):
            start, end = int(columns[1][:12]), int(columns[2][:12])
            gap = start - self._length
            if gap < 0 or end - start != len(token) or end > LONGEST_TEXT:
                self._fail(
                    _("The offsets {start} and {end} do not fit the token {token}.").format(
                        start=start, end=end, token=told(token)
                    ),
                    number,
                )
        newline = gap > 0 and not current.sentences[-1] and bool(current.tokens)
        self._parts.append("\n" + " " * (gap - 1) if newline else " " * gap)
        return self._length + gap

    def _finished(self, current: TaggedText) -> TaggedText:
        current.text = "".join(self._parts)
        self._parts, self._length = [], 0
        return current

    def _fail(self, sentence: str, number: int) -> NoReturn:
        raise ForeignError(sentence, line_place(number, self._place), number)
