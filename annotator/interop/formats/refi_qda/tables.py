"""Users, codes, variables and notes of a REFI-QDA project, by GUID."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from annotator.interop.foreign.errors import ForeignError
from annotator.interop.formats.refi_qda.names import ORIGIN, PROJECT
from annotator.translation.messages import _

FAMILY = "{urn:QDA-XML:project"
MOST_OF_NOTES = 64 * 1024 * 1024
"""Most characters of all notes together, counted per reference: one note may be referred to many times."""


@dataclass(frozen=True, slots=True)
class Code:
    """``label`` is the code's name. In Annotator's projects, ``attribute`` and ``value`` are set for a choice."""

    label: str
    attribute: str = ""
    value: str = ""


class Tables:
    """Lookup tables of a project; ``text_of`` returns the text of a source or note; ``used`` are the notes read so far.

    Raises ForeignError where the root element is not a project.
    """

    def __init__(self, root: Element, text_of: Callable[[Element], str]) -> None:
        if not root.tag.startswith(FAMILY) or tag(root) != "Project":
            raise ForeignError(_("It is not a REFI-QDA project."), PROJECT)
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
        """Return the text of the note; empty where there is none. Raises ForeignError beyond ``MOST_OF_NOTES``."""
        note = self.notes.get(guid)
        if note is None:
            return ""
        if guid not in self._texts:
            self._texts[guid] = self._text_of(note) or self.text(note, "Description")
        self.used.add(guid)
        self._left -= len(self._texts[guid])
        if self._left < 0:
            raise ForeignError(_("Its notes are too long, or belong to too many annotations."), PROJECT)
        return self._texts[guid]

    def children(self, element: Element, *path: str) -> list[Element]:
        """Return the elements on that path below the element."""
        return element.findall("/".join(f"{self._space}{name}" for name in path))

    def text(self, element: Element, name: str) -> str:
        """Return the text of a child; empty where there is none."""
        return element.findtext(f"{self._space}{name}", "")

    def target(self, element: Element, name: str) -> str:
        """Return the GUID that the element's reference of that name points to; empty where there is none."""
        return next((normal(child.get("targetGUID", "")) for child in self.children(element, name)), "")

    def notes_of(self, element: Element) -> list[str]:
        """Return the GUIDs of the element's notes."""
        return [normal(child.get("targetGUID", "")) for child in self.children(element, "NoteRef")]

    def user(self, *elements: Element) -> str:
        """Return the user's name from the first element that names one; empty where none does."""
        for element in elements:
            for name in ("creatingUser", "modifyingUser"):
                if guid := element.get(name, ""):
                    return self.users.get(normal(guid), "")
        return ""

    def _all(self, root: Element, name: str) -> Iterator[Element]:
        return root.iter(f"{self._space}{name}")


def tag(element: Element) -> str:
    """Return the element's name without the namespace."""
    return element.tag.rpartition("}")[2]


def guid_of(element: Element) -> str:
    """Return the element's GUID in normal form. Raises ForeignError where it has none."""
    guid = normal(element.get("guid", ""))
    if not guid:
        raise ForeignError(_("A {element} has no guid.").format(element=tag(element)), PROJECT)
    return guid


def normal(guid: str) -> str:
    """Return the GUID in lower case, without braces."""
    return guid.strip().strip("{}").lower()


def _codes(root: Element, space: str, is_ours: bool) -> Iterator[tuple[str, Code]]:
    """Yield the codes by GUID; a code's label is its name, or its path of names where the name is not unique."""
    found: list[tuple[str, tuple[str, ...]]] = []
    below = [(code, ()) for code in root.iterfind(f"{space}CodeBook/{space}Codes/{space}Code")]
    stack: list[tuple[Element, tuple[str, ...]]] = [*below]
    while stack:
        element, above = stack.pop()
        names = (*above, element.get("name", ""))
        found.append((guid_of(element), names))
        stack += [(child, names) for child in element.iterfind(f"{space}Code")]
    counts = Counter(names[-1] for _guid, names in found)
    for guid, names in found:
        yield guid, _own_code(names) if is_ours else Code(names[-1] if counts[names[-1]] == 1 else "/".join(names))


def _own_code(names: tuple[str, ...]) -> Code:
    if len(names) != 3:
        return Code(names[0])
    label, attribute, value = names
    return Code(label, attribute.removeprefix(f"{label}."), value.removeprefix(f"{attribute}: "))
