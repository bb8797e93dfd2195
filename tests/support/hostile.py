"""A folder of everything that can be wrong with articles and sidecars."""

from __future__ import annotations

import os
from pathlib import Path

GOOD = "The mayor said so.\n"
HEAD = 'format: annotator\nversion: 1\narticle:\n  file: "{name}"\nstatus: in-work\nannotations:\n'
ITEM = '- id: {id}\n  label: claim\n  start: {start}\n  end: {end}\n  text: "{text}"\n'

ARTICLES: dict[str, bytes] = {
    "binary.txt": bytes(range(256)) * 40,
    "empty.txt": b"",
    "huge.txt": b"A line of it.\n" * 3_750_000,
}
SIDECARS: dict[str, str] = {
    "aliases": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "another-program": "entities:\n- [T1, Person, [[0, 3]]]\n",
    "deep": "[" * 30_000,
    "duplicate": HEAD + ITEM.format(id="a", start=0, end=3, text="The") * 2,
    "mismatch": HEAD + ITEM.format(id="a", start=0, end=3, text="Xyz"),
    "newer": HEAD.replace("version: 1", "version: 99") + ITEM.format(id="a", start=0, end=3, text="The"),
    "not-yaml": "{ this: [is not\n\tyaml",
    "past-the-end": HEAD + ITEM.format(id="a", start=10, end=9_999, text="gone"),
}
ODD_NAMES = (b"new\nline.txt", b"not-\xff-unicode.txt", b"n" * 251 + b".txt")


def write_hostile(folder: Path) -> None:
    """Articles that cannot be read, sidecars that cannot be used, names that are hard to show."""
    for name, data in ARTICLES.items():
        (folder / name).write_bytes(data)
    for stem, content in SIDECARS.items():
        (folder / f"{stem}.txt").write_text(GOOD, "utf-8")
        (folder / f"{stem}.annotations.yaml").write_text(content.replace("{name}", f"{stem}.txt"), "utf-8")
    for name in ODD_NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(GOOD, "utf-8")
    (folder / "unreadable.txt").symlink_to("/proc/self/mem")  # even root cannot read it
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
