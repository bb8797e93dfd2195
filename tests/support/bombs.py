"""Files made to exhaust whoever reads them: each as large as is asked for, or of one fatal size."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from annotator.model.article import Article

ARTICLE = Article.of("story.txt", "word " * 400_000)
HEAD = (
    '# Annotations of story.txt.\nformat: annotator\nversion: 1\narticle:\n  file: "story.txt"\n'
    f'  sha256: "{ARTICLE.sha256}"\n  length: {len(ARTICLE.text)}\nstatus: in-work\n'
).encode()
RICH = (
    '- id: {id}\n  label: claim\n  start: {start}\n  end: {end}\n  text: "word"\n  before: "word "\n  after: " word"\n'
    "  attributes:\n    kind: event\n    voice: author\n  note: {note}\n  origin: {quote}rule:figure{quote}\n"
    '  created: "2026-11-22T06:21:20Z"\n  modified: "2026-11-22T06:25:02Z"\n'
)
ACCENTS = "\u0327\u0301".encode()


def filled(unit: bytes, before: bytes = b"", after: bytes = b"") -> Callable[[int], bytes]:
    """A file of that size which is the unit again and again."""
    return lambda size: before + unit * ((size - len(before) - len(after)) // len(unit)) + after


def counted(unit: str, before: bytes = b"", after: bytes = b"") -> Callable[[int], bytes]:
    """The same, each unit with a number of its own."""
    return lambda size: before + "".join([unit % number for number in range(size // (len(unit) + 5))]).encode() + after


def long_annotations(many: int, note: str = '"n"', quote: str = '"', last: str = "") -> bytes:
    """A whole sidecar with that many annotations that have everything."""
    items = [
        RICH.format(
            id=f"a{number:06}", start=number % 400_000 * 5, end=number % 400_000 * 5 + 4, note=note, quote=quote
        )
        for number in range(many)
    ]
    return HEAD + b"annotations:\n" + "".join(items).encode() + last.encode()


def short_annotations(many: int) -> bytes:
    """A whole sidecar with that many annotations that have nothing but what they need."""
    unit = '- id: a%d\n  label: a\n  start: 0\n  end: 4\n  text: "word"\n'
    return HEAD + b"annotations:\n" + "".join([unit % number for number in range(many)]).encode()


def laughs(_: int) -> bytes:
    """Each name stands for nine of the one before."""
    names = "abcdefghij"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in pairwise(names)]
    return "\n".join(lines).encode()


def merges(_: int) -> bytes:
    """Each mapping takes in two of the one before."""
    lines = ["a0: &a0 {k: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 30)]
    return "\n".join(lines).encode()


BOMBS: dict[str, Callable[[int], bytes]] = {
    "lists in lists": filled(b"["),
    "mappings in mappings": filled(b"{a: "),
    "items in items": filled(b"- "),
    "keys in keys": filled(b"? "),
    "ever deeper lines": lambda size: b"".join([b" " * depth + b"a:\n" for depth in range(int((2 * size) ** 0.5))]),
    "a billion laughs": laughs,
    "merge keys": merges,
    "sexagesimals": filled(b"1:", b"a: ", b"1"),
    "sexagesimal items": filled(b"- 59:59:59:59:59:59.5\n", HEAD + b"more:\n"),
    "a number of 100,000 digits": lambda _: HEAD + b"more: " + b"9" * 100_000 + b"\nstill: " + b"9" * 100_000 + b".5\n",
    "a start of many digits": filled(b"9", HEAD + b"annotations:\n- id: a\n  label: b\n  start: ", b"\n"),
    "a decimal of many digits": filled(b"9", HEAD + b"more: ", b".5\n"),
    "decimals": filled(b"- 1234567.1234567890123456789e+9999\n", HEAD + b"more:\n"),
    "decimals in brackets": filled(b".5e+9,", HEAD + b"more: [", b"1]\n"),
    "a scalar in quotes": filled(b"x", HEAD + b'more: "', b'"\n'),
    "a plain scalar": filled(b"x", HEAD + b"more: ", b"\n"),
    "a scalar with an emoji": filled(b"x", HEAD + 'more: "👩'.encode(), b'"\n'),
    "an id with an emoji": filled(b"x", HEAD + 'annotations:\n- label: a\n  id: "👩'.encode(), b'"\n'),
    "a name of blanks": filled(b" ", b'format: annotator\nversion: 1\narticle:\n  file: "', b'x"\n'),
    "a name of accents": filled(ACCENTS, b'format: annotator\nversion: 1\narticle:\n  file: "a', b'"\n'),
    "emoji": filled("👩".encode(), HEAD + b'more: "', b'"\n'),
    "escapes": filled(b"\\n", HEAD + b'more: "', b'"\n'),
    "long escapes": filled(b"\\U0001F600", HEAD + b'more: "', b'"\n'),
    "a block scalar": filled(b" x\n", HEAD + b"more: |\n"),
    "a folded scalar": filled(b" x\r", HEAD + b"more: >\n"),
    "blank lines in a scalar": filled(b"\r", HEAD + b"more: |\n x\n"),
    "two scalars of half the size": lambda size: (
        HEAD + b"".join([f'{key}: "👩'.encode() + b"x" * (size // 2 - 500) + b'"\n' for key in ("one", "two")])
    ),
    "quotation marks": filled(b'"'),
    "apostrophes": filled(b"'"),
    "blanks": filled(b" "),
    "tabs": filled(b"\t", b"a:"),
    "newlines": filled(b"\n"),
    "carriage returns": filled(b"\r"),
    "NUL": filled(b"\0"),
    "bytes that are no text": filled(b"\xff"),
    "byte-order marks": filled("\ufeff".encode()),
    "a long comment": filled(b"x", b"#"),
    "comments": filled(b"#\n"),
    "colons": filled(b":"),
    "commas": filled(b",", b"["),
    "exclamation marks": filled(b"!"),
    "an anchor": filled(b"a", b"&"),
    "directives": filled(b"%TAG ! tag:a,2000:\n"),
    "documents": filled(b"---\n"),
    "a long key": filled(b"a", b"", b": 1\n"),
    "items": filled(b"- a\n", HEAD + b"more:\n"),
    "items without anything": filled(b"-\n", HEAD + b"more:\n"),
    "items in brackets": filled(b"a,", HEAD + b"more: [", b"a]\n"),
    "empty lists": filled(b"- []\n", HEAD + b"more:\n"),
    "empty lists in brackets": filled(b"[],", HEAD + b"more: [", b"a]\n"),
    "empty mappings in brackets": filled(b"{},", HEAD + b"more: [", b"a]\n"),
    "small mappings in brackets": filled(b"{a: b},", HEAD + b"more: [", b"a]\n"),
    "lists with nothing after them": filled(b"[]"),
    "keys": counted("k%d:\n", HEAD),
    "keys in braces": counted("k%d,", HEAD + b"more: {", b"}\n"),
    "annotations in braces": counted(
        "{id: a%d, label: b, start: 0, end: 4, text: word},", HEAD + b"annotations: [", b"]\n"
    ),
    "ranges": filled(b"- [0, 1]\n", HEAD + b"read:\n"),
    "ranges in brackets": filled(b"[0, 1],", HEAD + b"read: [", b"[0, 2]]\n"),
    "relations": counted("- id: r%d\n  type: t\n  from: a\n  to: b\n", HEAD + b"relations:\n"),
    "attributes of one annotation": counted(
        "    k%d: 1\n",
        HEAD + b'annotations:\n- id: a\n  label: b\n  start: 0\n  end: 4\n  text: "word"\n  attributes:\n',
    ),
    "annotations with one line too many": counted(
        '- id: a%d\n  label: b\n  start: 0\n  end: 4\n  text: "word"\n  note: "n\n', HEAD + b"annotations:\n"
    ),
    "a million annotations": lambda _: short_annotations(1_000_000),
    "150,000 annotations": lambda _: short_annotations(149_999),
    "149,000 annotations, one of them not ours": lambda _: short_annotations(149_000) + b"  note: 'n'\n",
    "100,000 annotations with everything": lambda _: long_annotations(100_000),
    "100,000 annotations and a broken end": lambda _: long_annotations(100_000, last="  oops\n"),
    "20,000 annotations, none of them ours": lambda _: long_annotations(20_000, "n", "'"),
    "25,000 annotations, none of them ours, and a broken end": lambda _: long_annotations(25_000, "n", "'", "  oops\n"),
}
FEW = (
    *("lists in lists", "a billion laughs", "merge keys", "sexagesimals", "a number of 100,000 digits"),
    *("a scalar with an emoji", "empty lists in brackets", "a name of accents", "a million annotations"),
    "20,000 annotations, none of them ours",
)
READABLE = (
    *("100,000 annotations with everything", "150,000 annotations", "149,000 annotations, one of them not ours"),
    *("20,000 annotations, none of them ours", "a number of 100,000 digits"),
)
