"""Folders with links in them that lead out, as an archive or a clone brings them, and the files that they lead to."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

SECRET = "correct horse battery staple"
STORY = "echo PWNED # The council voted on Tuesday.\n"
LINKED = ".annotator-0123456789abcdef.tmp"
"""A name that the program gives to temporary files and clears away."""


@dataclass(frozen=True, slots=True)
class HostileScene:
    """``home`` is what nothing may happen to; the other folders came from somebody else and lie beside it.

    ``cloned`` has links in it where the program keeps its own files, in ``hidden`` its hidden folder is a link itself;
    ``source`` is to be imported from, ``target`` to be exported to, ``taken`` to be imported into.
    """

    home: Path
    cloned: Path
    hidden: Path
    source: Path
    target: Path
    taken: Path

    @property
    def records(self) -> Path:
        """A file to import from, of which some documents would land on links."""
        return self.home.parent / "records.jsonl"

    @property
    def foreign(self) -> tuple[Path, ...]:
        return self.cloned, self.hidden, self.source, self.target, self.taken


def make_hostile_scene(below: Path) -> HostileScene:
    """Write the user's own files, and the folders with links to them and to names beside them."""
    scene = HostileScene(*(below / name for name in ("home", "cloned", "hidden", "source", "target", "taken")))
    for folder in (scene.home, *scene.foreign):
        folder.mkdir()
    _fill_home(scene.home)
    _fill_cloned(scene.cloned, scene.home)
    (scene.hidden / "story.txt").write_text(STORY, "utf-8")
    _link(scene.hidden / ".annotator", scene.home / "Editor")
    _fill_exchanged(scene)
    return scene


def _fill_home(home: Path) -> None:
    (home / "Editor").mkdir()
    (home / "Editor" / "settings.json").write_text('{"important": 1}', "utf-8")
    (home / "Editor" / f"{'0' * 16}.json").write_text("not a lock", "utf-8")
    (home / "shellrc").write_text(f"alias ll='ls -l'\n# {SECRET}\n", "utf-8")
    (home / "notes").write_text("Buy bread.\n", "utf-8")
    (home / "letter.annotations.yaml").write_text(_sidecar("letter.txt", note=SECRET), "utf-8")
    letters = home / "letters"
    letters.mkdir()
    for name, text in (("renamed", "echo renamed\n"), ("edited", "Once more: echo edited\n")):
        (letters / f"{name}.txt").write_text(text, "utf-8")
    (letters / "old.annotations.yaml").write_text(_sidecar("old.txt", SECRET, "echo renamed\n"), "utf-8")
    (letters / "edited.annotations.yaml").write_text(_sidecar("edited.txt", SECRET, "echo edited\n"), "utf-8")


def _fill_cloned(folder: Path, home: Path) -> None:
    for name in ("story", "third", "letter"):
        (folder / f"{name}.txt").write_text(STORY, "utf-8")
    _link(folder / "third.annotations.yaml", home / "aliases")  # dangling: to write through it would make the file
    _link(folder / "letter.annotations.yaml", home / "letter.annotations.yaml")
    _link(folder / "linked.txt", home / "shellrc")
    _link(folder / LINKED, home / "Editor")
    _link(folder / "letters", home / "letters")  # with a sidecar to be adopted and one to be anchored anew
    hidden = folder / ".annotator"
    for part in ("locks", "texts", "history"):
        (hidden / part).mkdir(parents=True)
    _link(hidden / ".gitignore", home / "gitignore")
    _link(hidden / "locks" / "story.annotations.yaml", home / "Editor")
    _link(hidden / "history" / "story.annotations.yaml", home / "Editor")
    _link(hidden / "texts" / f"{sha256(STORY.encode()).hexdigest()}.txt", home / "shellrc")
    stray = folder / LINKED.replace("0123", "4567")
    stray.mkdir()
    _link(stray / "Editor", home / "Editor")
    os.utime(stray, (0, 0))  # long ago, so that it is cleared away


def _fill_exchanged(scene: HostileScene) -> None:
    _link(scene.source / "passwords.txt", scene.home / "shellrc")
    (scene.source / "passwords.ann").write_text("T1\tclaim 0 5\talias\n", "utf-8")
    scene.records.write_text("".join(map(_record, ("story", "other", "third"))), "utf-8")
    for name in ("story.txt", "annotation.conf"):
        _link(scene.target / name, scene.home / "notes")
    _link(scene.target / "story.ann", scene.home / "story.ann")
    (scene.taken / "story.txt").write_text("Of story.\n", "utf-8")
    _link(scene.taken / "story.annotations.yaml", scene.home / "letter.annotations.yaml")
    _link(scene.taken / "third.txt", scene.home / "third.txt")
    _link(scene.taken / "scheme.yaml", scene.home / "scheme.yaml")
    _link(scene.taken / ".annotator", scene.home / "Editor")


def _record(stem: str) -> str:
    """Return a document for import, with a label that no scheme has, so that one is to be written."""
    marked = [{"id": "a", "label": "mystery", "start": 0, "end": 2, "text": "Of"}]
    head = {"format": "annotator-jsonl", "version": 1, "path": f"{stem}.txt", "text": f"Of {stem}.\n"}
    return json.dumps(head | {"annotations": marked, "relations": []}) + "\n"


def _link(link: Path, target: Path) -> None:
    """Make a relative link, as a clone has them."""
    link.symlink_to(os.path.relpath(target, link.parent))


def _sidecar(article: str, note: str, text: str = STORY) -> str:
    hashed = sha256(text.encode()).hexdigest()
    return (
        "format: annotator\nversion: 1\n"
        f'article:\n  file: {article}\n  sha256: "{hashed}"\nstatus: in-work\nannotations:\n'
        f"- {{id: a, label: claim, start: 0, end: 4, text: echo, note: {note}}}\n"
    )


def everything_below(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return all files, folders and links below the folder, and itself, each with its bytes, its mode and its time."""
    return {str(path.relative_to(folder)): _state(path) for path in (folder, *folder.rglob("*"))}


def _state(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    content: object = None
    if stat.S_ISLNK(status.st_mode):
        content = os.readlink(path)  # noqa: PTH115
    elif stat.S_ISREG(status.st_mode):
        content = path.read_bytes()
    return content, status.st_mode, status.st_mtime_ns


def holding_the_secret(folders: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the files in the folders, not those that links lead to, in which the secret stands."""
    for path in (path for folder in folders for path in folder.rglob("*")):
        if not path.is_symlink() and path.is_file() and SECRET.encode() in path.read_bytes():
            yield path
