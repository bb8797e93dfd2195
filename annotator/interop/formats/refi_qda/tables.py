"""What a REFI-QDA project says of itself before its sources: users, codes, variables and notes, by their GUIDs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.refi_qda.names import ORIGIN, PROJECT

FAMILY = "{urn:QDA-XML:project"
MOST_OF_NOTES = 64 * 1024 * 1024
"""How many characters the notes of all annotations may have: one note can be referred to any number of times."""


@dataclass(frozen=True, slots=True)
class Code:
    """``label`` is what it is called here. In a project of ours, ``attribute`` and ``value`` where it is a choice."""

    label: str
    attribute: str = ""
    value: str = ""


class Tables:
    """``text_of`` gives the text of a source or a note. ``used`` are the notes that were asked for."""

    def __init__(self, root: Element, text_of: Callable[[Element], str]) -> None:
        if not root.tag.startswith(FAMILY) or tag(root) != "Project":
            raise ForeignError("It is no REFI-QDA project.", PROJECT)
        self.origin = root.get("origin", "")
        self.is_ours = self.origin.startswith(f"{ORIGIN} ")
        self._space = root.tag.partition("}")[0] + "}"
        self.users = {guid_of(user): user.get("name") or user.get("id") or "" for user in self._all(root, "User")}
        self.variables = {guid_of(each): each.get("name", "") for each in self._all(root, "Variable")}
        self.cases = {guid_of(case) for case in self._all(root, "Case")}
        self.codes = dict(_codes(root, self._space, self.is_ours))
        self.notes = {guid_of(note): note for note in self.children(root, "Notes", "Note")}
        self.links = self.children(root, "Links", "Link")
        self.others = {name: len([*self._all(root, name)]) for name in ("Case", "Set", "Graph")}
        self.used: set[str] = set()
        self._text_of = text_of
        self._texts: dict[str, str] = {}
        self._left = MOST_OF_NOTES

    def note(self, guid: str) -> str:
        """The text of the note; empty where there is none. Raises ForeignError where that is too much altogether."""
        note = self.notes.get(guid)
        if note is None:
            return ""
        if guid not in self._texts:
            self._texts[guid] = self._text_of(note) or self.text(note, "Description")
        self.used.add(guid)
        self._left -= len(self._texts[guid])
        if self._left < 0:
            raise ForeignError("Its notes are too long, or belong to too many annotations.", PROJECT)
        return self._texts[guid]

    def children(self, element: Element, *path: str) -> list[Element]:
        """The elements on that path below the element."""
        return element.findall("/".join(f"{self._space}{name}" for name in path))

    def text(self, element: Element, name: str) -> str:
        """The text of a child; empty where there is none."""
        return element.findtext(f"{self._space}{name}", "")

    def target(self, element: Element, name: str) -> str:
        """The GUID that a reference of that name below the element points to; empty where there is none."""
        return next((normal(child.get("targetGUID", "")) for child in self.children(element, name)), "")

    def notes_of(self, element: Element) -> list[str]:
        """The GUIDs of the notes that belong to the element."""
        return [normal(child.get("targetGUID", "")) for child in self.children(element, "NoteRef")]

    def user(self, *elements: Element) -> str:
        """Who made the first of the elements that says so."""
        for element in elements:
            for name in ("creatingUser", "modifyingUser"):
                if guid := element.get(name, ""):
                    return self.users.get(normal(guid), "")
        return ""

    def _all(self, root: Element, name: str) -> Iterator[Element]:
        return root.iter(f"{self._space}{name}")


def tag(element: Element) -> str:
    """Its name without the namespace."""
    return element.tag.rpartition("}")[2]


def guid_of(element: Element) -> str:
    """The element's own GUID, in the one form. Raises ForeignError."""
    guid = normal(element.get("guid", ""))
    if not guid:
        raise ForeignError(f"A {tag(element)} has no guid.", PROJECT)
    return guid


def normal(guid: str) -> str:
    """In small letters, without braces."""
    return guid.strip().strip("{}").lower()


def _codes(root: Element, space: str, is_ours: bool) -> Iterator[tuple[str, Code]]:
    """A code is called by its name, or by the names on the way to it where others have its name too."""
    found: list[tuple[str, tuple[str, ...]]] = []
    below = [(code, ()) for code in root.iterfind(f"{space}CodeBook/{space}Codes/{space}Code")]
    stack: list[tuple[Element, tuple[str, ...]]] = [*below]
    while stack:
        element, above = stack.pop()
        names = (*above, element.get("name", ""))
        found.append((guid_of(element), names))
        stack += [(child, names) for child in element.iterfind(f"{space}Code")]
    counts = Counter(names[-1] for _, names in found)
    for guid, names in found:
        yield guid, _own(names) if is_ours else Code(names[-1] if counts[names[-1]] == 1 else "/".join(names))


def _own(names: tuple[str, ...]) -> Code:
    if len(names) != 3:
        return Code(names[0])
    label, attribute, value = names
    return Code(label, attribute.removeprefix(f"{label}."), value.removeprefix(f"{attribute}: "))
