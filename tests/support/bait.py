"""A folder whose every text names files and hosts, and the files that it names, which are there to be opened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

PLANTED = ("planted-1.png", "planted-2.svg", "planted-3.html", "planted-4.css", "planted-5.png", "planted-6.png")
HOST = "//host.invalid/share/"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
LONGEST_KEY = 800
"""YAML takes 1,024 characters for a key on one line; in a folder with a long name the bait is longer."""

ODD = "<img src=planted-5.png>"


@dataclass(frozen=True, slots=True)
class Scene:
    """``opened`` and ``settings`` may be written to; ``current`` is where the program runs, and holds what is named."""

    opened: Path
    settings: Path
    current: Path
    home: Path

    @property
    def bait(self) -> str:
        """Everything that could make a careless program open something."""
        here = self.current
        return (
            f'<img src="{here}/planted-1.png"> <img src="file://{here}/planted-2.svg"> <img src=planted-5.png> '
            f'<iframe src="file://{here}/planted-3.html"></iframe> <link rel="stylesheet" href="{here}/planted-4.css"> '
            f'<p style="background:url({here}/planted-6.png)">![x]({here}/planted-1.png) '
            f'<img src="{HOST}x.png"> <img src="file:{HOST}y.png"> <img src="http://127.0.0.1:9/z.png"> '
            r'<img src="\\host.invalid\share\x.png"> <a href="http://host.invalid/">link</a> </p>'
            "\u202e"
        )


def make_scene(below: Path) -> Scene:
    """Write the folder, and what its texts name."""
    scene = Scene(*(below / name for name in ("opened", "settings", "current", "home")))
    for folder in (scene.opened, scene.settings, scene.current, scene.home):
        folder.mkdir()
    for name in PLANTED:
        (scene.current / name).write_bytes(PIXEL)
    (scene.opened / "scheme.yaml").write_text(_scheme(scene.bait), "utf-8")
    text = f"<h1>{scene.bait}</h1>\n\nThe mayor counted 1,204 buses. {scene.bait}\n\n<b>Words</b> \u202eand more.\n"
    for name in ("a.txt", f"{ODD}.txt", f"{ODD} & \u202emore.md"):
        (scene.opened / name).write_text(text, "utf-8")
        sidecar = scene.opened / f"{name.rpartition('.')[0]}.annotations.yaml"
        sidecar.write_text(_sidecar(name, text, scene.bait), "utf-8")
    (scene.opened / "broken.txt").write_text(text, "utf-8")
    (scene.opened / "broken.annotations.yaml").write_text(f"{scene.bait}: [", "utf-8")
    (scene.settings / "settings.json").write_text(json.dumps({"recent_folders": [str(scene.opened / ODD)]}), "utf-8")
    return scene


def _scheme(bait: str) -> str:
    labels = [
        {"id": "claim", "key": "c", "definition": bait, "yes": [bait], "no": [bait], "attributes": {"kind": "text"}},
        {"id": f"{bait} & so on", "key": "s", "definition": bait},
    ]
    scheme = {"format": "annotation-scheme", "version": 1, "id": "bait", "name": bait, "labels": labels}
    return json.dumps(scheme)  # which is YAML too


def _sidecar(name: str, text: str, bait: str) -> str:
    start = text.index("The mayor")
    spans = [(0, 40, "claim"), (start, start + 9, "claim"), (start + 18, start + 23, f"{bait} & so on"), (4, 9, bait)]
    annotations = [
        {
            "id": f"a{number}",
            "label": label,
            "start": begin,
            "end": end,
            "text": text[begin:end],
            "attributes": {"kind": bait, bait[-LONGEST_KEY:]: bait},
            "note": bait,
            "origin": bait,
        }
        for number, (begin, end, label) in enumerate(spans)
    ]
    annotations[-1]["text"] = bait  # which does not stand there: a warning quotes it
    return json.dumps({"format": "annotator", "version": 1, "article": {"file": name}, "annotations": annotations})
