"""Contacts of sources: a private file of the user beside the settings, which nothing that leaves the program has.

Only the user may read it. It is in no folder of articles, in no export, no copy and no log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import MIB, bytes_of, is_there
from annotator.storage.files.file_error import FileError, SaveError
from annotator.storage.program.private_files import PRIVATE, make_folder, narrow
from annotator.storage.yaml.guarded_yaml import load
from annotator.storage.yaml.lined_mapping import YamlError
from annotator.storage.yaml.yaml_writing import quoted, word
from annotator.translation.messages import _

CONTACTS_NAME = "contacts.yaml"
MOST_BYTES = 8 * MIB
HEAD = (
    "# Contacts of sources, for your own call sheet. They are in no folder of articles and in no export.\ncontacts:\n"
)
NAME = "name"

Entry = dict[str, str]


@dataclass(frozen=True, slots=True)
class Contact:
    """Ways to reach a source; empty texts for what is not known."""

    phone: str = ""
    mail: str = ""
    remark: str = ""

    def __bool__(self) -> bool:
        return bool(self.phone or self.mail or self.remark)


class Contacts:
    """The contacts by the names of the sources, whatever their capitals."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> Mapping[str, Contact]:
        """Return the contacts by the names in small letters. Raises FileError where the file cannot be read."""
        return {_key(entry.get(NAME, "")): _contact(entry) for entry in self._read()}

    def put(self, name: str, contact: Contact) -> None:
        """Keep the contact of a source; an empty one removes it. Other texts of the file's entries stay.

        Raises FileError where the file cannot be read or written, or says something that could not be written again,
        and ValueError for a lone surrogate.
        """
        for text in (name, *asdict(contact).values()):
            text.encode()
        entries = self._read(to_write=True)
        key = _key(name)
        known = next((entry for entry in entries if _key(entry.get(NAME, "")) == key), {})
        entry = {**known, NAME: name, **asdict(contact)}
        kept = [one for one in entries if one is not known]
        self._write([*kept, *([entry] if contact else [])])

    def _read(self, *, to_write: bool = False) -> list[Entry]:
        if not is_there(self._path):
            return []
        narrow(self._path)
        data = bytes_of(self._path, MOST_BYTES, FileError, follow=True)
        try:
            content = load(data, as_written=True)
        except YamlError as error:
            raise FileError.at(self._path, error.sentence, error.line) from error
        if content is None:
            return []
        listed = content.get("contacts") if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(listed, list):
            raise FileError.at(self._path, _("It has no list of contacts."))
        if to_write and (len(content) > 1 or not all(map(_is_plain, listed))):
            raise FileError.at(self._path, _("It says more than contacts do, which would be lost. Change it by hand."))
        return [_texts(entry) for entry in listed if isinstance(entry, dict)]

    def _write(self, entries: list[Entry]) -> None:
        ordered = sorted(filter(_says_something, entries), key=lambda entry: _key(entry.get(NAME, "")))
        text = HEAD + "".join(map(_entry_text, ordered)) if ordered else HEAD.replace("contacts:", "contacts: []")
        try:
            make_folder(self._path.parent)
        except OSError as failure:
            raise SaveError.at(self._path, str(failure.strerror)) from failure
        write_atomically(self._path, text.encode(), follow=True, mode=PRIVATE)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _texts(entry: Mapping[str, object]) -> Entry:
    return {key: value for key, value in entry.items() if isinstance(value, str)}


def _is_plain(entry: object) -> bool:
    return isinstance(entry, dict) and all(value is None or isinstance(value, str) for value in entry.values())


def _contact(entry: Entry) -> Contact:
    return Contact(*(entry.get(field.name, "") for field in fields(Contact)))


def _says_something(entry: Entry) -> bool:
    return any(entry.values())


def _entry_text(entry: Entry) -> str:
    first, *others = [f"{word(key)}: {quoted(text)}\n" for key, text in entry.items() if text]
    return f"- {first}" + "".join(f"  {line}" for line in others)
