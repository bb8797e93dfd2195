"""Names of texts that no file can have on every system, and what they became."""

from __future__ import annotations

from collections import defaultdict

from annotator.interop.foreign.file_names import safe_name
from annotator.storage.files.file_error import told
from annotator.translation.messages import listed, ngettext, number

MOST_SHOWN = 3


class Renamed:
    """Collect the names that had to be changed, by the file that the texts come from."""

    def __init__(self) -> None:
        self._changed: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def note(self, file: str, name: str, stem: str) -> None:
        """Note the name of a text from that file and the name without suffix under which it was written."""
        if safe_name(name) != " ".join(name.split()):
            self._changed[file].append((name, stem))

    def take_notes(self) -> list[str]:
        """Return a note for each file that is not told of yet."""
        found, self._changed = self._changed, defaultdict(list)
        return [_note(file, names) for file, names in found.items()]


def _note(file: str, names: list[tuple[str, str]]) -> str:
    message = ngettext(
        "{file}: {count} name cannot be that of a file on every system and was changed: {names}.",
        "{file}: {count} names cannot be those of files on every system and were changed: {names}.",
        len(names),
    )
    shown = [f"{told(name)} → {told(stem)}" for name, stem in names[:MOST_SHOWN]]
    more = ["…"] if len(names) > MOST_SHOWN else []
    return message.format(file=file, count=number(len(names)), names=listed([*shown, *more]))
