"""Files that mean harm, or were damaged: read or refused in a sentence, soon and in little memory, and left alone."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from annotator.storage.program.resources import resource
from annotator.storage.schemes.scheme_lookup import BUILT_IN, SCHEME_NAME
from tests.proofs.planting.fault import Fault
from tests.proofs.result import Line
from tests.support.bombs import ARTICLE, BOMBS, FEW, READABLE, long_annotations
from tests.support.paths import ROOT

FAILS_IF = (
    "a file ends in another error, a signal or no sentence, is written to, takes more than 2 s of the processor or "
    "500 MB, or if a large file that means no harm is refused"
)
FAULTS = (
    Fault(
        "keys and values are not counted",
        "annotator/storage/yaml/guarded_yaml.py",
        "if self._left < 0:",
        "if False:",
        "bombs",
    ),
    Fault(
        "offsets are taken as they come",
        "annotator/storage/sidecars/sidecar_reading.py",
        "if type(value) is not int or value < 0:",
        "if False:",
        "damaged and random files",
    ),
    Fault(
        "integers may have any number of digits",
        "annotator/storage/yaml/yaml_writing.py",
        "[1-9][0-9]{0,17}",
        "[1-9][0-9]*",
        "large files that mean no harm",
    ),
    Fault(
        "a file is in memory eight times",
        "annotator/storage/files/quick_bytes.py",
        "data = os.read(file, status.st_size + 1)",
        "data = (os.read(file, status.st_size + 1) * 8)[: status.st_size]",
        "bombs, the most memory",
    ),
)
LARGE = 60_000_000
SCHEME_BYTES = 4_000_000
SIDECAR = "story.annotations.yaml"
AT_ONCE = 2
MOST_SECONDS = 2
MOST_MEMORY = 500
ALL_RIGHT = ("read", "refused")
TOKENS = (
    *(
        "a",
        "id:",
        "text:",
        "- ",
        "? ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!!str ",
        "<<: ",
        "|",
        ">",
        '"',
        "'",
    ),
    *(
        "#",
        "%YAML 1.1\n",
        "---\n",
        "...\n",
        "\n",
        "  ",
        "\t",
        "\r",
        "~",
        "1e3",
        "0x1f",
        "12:30:45",
        "2016-12-15",
        ".inf",
    ),
    *(
        "\\ud800",
        "\\U00110000",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\x00",
        "\x1b",
        "👩",
        "e\u0301",
        "9" * 400,
        "annotations:\n",
    ),
    *(
        "start: -1\n",
        "end: 1.5\n",
        "version: 2\n",
        "read:\n- [3, 1]\n",
        "anchor: lost\n",
        "status: []\n",
        "article: x\n",
    ),
)


@dataclass(frozen=True, slots=True)
class Ended:
    """How the reading of one file ended."""

    name: str
    ended: str
    said: str = ""
    seconds: float = 0.0
    memory: int = 0


class Reader:
    """A process that reads files; where one kills it, the next one is read by another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def read(self, path: Path, name: str) -> Ended:
        if self._process is None:
            command = [sys.executable, "-m", "tests.proofs.hostile_files_child"]
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
        process = self._process
        assert process.stdin
        assert process.stdout
        before = path.read_bytes(), path.stat().st_mtime_ns
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            self._process = None
            return Ended(name, f"signal or exit {process.wait()}")
        if (path.read_bytes(), path.stat().st_mtime_ns) != before:
            return Ended(name, "written to")
        return Ended(name, **json.loads(answer))

    def close(self) -> None:
        if self._process:
            self._process.communicate()
            self._process = None


def prove(full: bool) -> Iterator[Line]:
    """Read the bombs, each in a process of its own, and damaged files one after another."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        bombs = list(pool.map(lambda item: _bomb(Path(folder), *item), enumerate(BOMBS if full else FEW)))
        yield from (*_lines("bombs", bombs), _readable(bombs))
        many = 10_000 if full else 400
        parts = [(Path(folder) / f"part{part}", part, many // AT_ONCE) for part in range(AT_ONCE)]
        damaged = [ended for part in pool.map(lambda part: _damaged(*part), parts) for ended in part]
        yield from _lines("damaged and random files", damaged)


def _bomb(folder: Path, number: int, name: str) -> Ended:
    """How it ends as a sidecar, unless it ends worse as a scheme; the time and the memory are the larger ones."""
    own = folder / f"bomb{number}"
    own.mkdir()
    (own / "story.txt").write_text(ARTICLE.text, encoding="utf-8")
    (own / SIDECAR).write_bytes(BOMBS[name](LARGE))
    (own / SCHEME_NAME).write_bytes(BOMBS[name](SCHEME_BYTES)[:SCHEME_BYTES])
    ends = []
    for path in (own / SIDECAR, own / SCHEME_NAME):
        reader = Reader()
        ends.append(reader.read(path, name))
        reader.close()
        path.unlink()
    wrong = [end for end in ends if end.ended not in ALL_RIGHT]
    return replace((wrong or ends)[0], seconds=max(end.seconds for end in ends), memory=max(end.memory for end in ends))


def _damaged(folder: Path, seed: int, many: int) -> list[Ended]:
    folder.mkdir()
    (folder / "story.txt").write_text(ARTICLE.text, encoding="utf-8")
    reader = Reader()
    ends = []
    for number, (name, data) in enumerate(islice(_files(random.Random(seed)), many)):
        (folder / name).write_bytes(data)
        ends.append(reader.read(folder / name, f"{name} {seed}/{number}"))
    reader.close()
    return ends


def _files(chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Endlessly: good files with a few things wrong, and files of nothing but pieces of YAML."""
    hand_written = long_annotations(4, "n", "'").replace(b"  attributes:\n    kind: event\n    voice: author\n", b"")
    good = [(SIDECAR, long_annotations(3)), (SIDECAR, hand_written), (SCHEME_NAME, resource(BUILT_IN).read_bytes())]
    while True:
        for name, data in good:
            for _ in range(chance.choice((1, 1, 1, 2, 4))):
                data = _altered(chance, data)
            yield name, data
        yield chance.choice(good)[0], "".join(chance.choices(TOKENS, k=chance.randint(1, 200))).encode("utf-8")


def _altered(chance: random.Random, data: bytes) -> bytes:
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((1, 2, 8, 40, 400)))
    piece = data[start:end]
    match chance.randrange(6):
        case 0:
            piece = bytes([chance.randrange(256)])
        case 1:
            piece = b""
        case 2:
            piece *= chance.choice((2, 3, 500))
        case 3:
            piece = chance.choice(TOKENS).encode("utf-8")
        case 4:
            piece += chance.choice(TOKENS).encode("utf-8") * chance.choice((1, 30))
        case _:
            other = chance.randint(0, len(data))
            piece = data[other : other + len(piece)] + piece
    return data[:start] + piece + data[end:]


def _lines(what: str, ends: list[Ended]) -> list[Line]:
    wrong = [end for end in ends if end.ended not in ALL_RIGHT]
    counts = f"{len(ends)} files: {sum(end.ended == 'read' for end in ends)} read, the others refused in a sentence"
    found = "; ".join([counts, *(f"{end.name}: {end.ended}" for end in wrong[:5])])
    slowest, largest = max(ends, key=lambda end: end.seconds), max(ends, key=lambda end: end.memory)
    return [
        Line(what, found, "one error type, never a signal, never written to", not wrong),
        Line(
            f"{what}, the slowest",
            f"{slowest.seconds:.2f} s of a quiet processor ({slowest.name})",
            f"{MOST_SECONDS} s",
            slowest.seconds <= MOST_SECONDS,
        ),
        Line(
            f"{what}, the most memory",
            f"{largest.memory} MB ({largest.name})",
            f"{MOST_MEMORY} MB",
            largest.memory <= MOST_MEMORY,
        ),
    ]


def _readable(bombs: list[Ended]) -> Line:
    ends = {end.name: end for end in bombs if end.name in READABLE}
    refused = [f"{name}: {end.said}" for name, end in ends.items() if end.ended != "read"]
    found = "; ".join([f"{len(ends) - len(refused)} of {len(ends)} read", *refused])
    return Line("large files that mean no harm", found, "all read", not refused)
