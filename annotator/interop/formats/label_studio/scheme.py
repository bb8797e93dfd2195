"""Scheme from a labelling configuration of Label Studio."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from annotator.interop.formats.label_studio.config import ANNOTATOR, NOTE, STATUS
from annotator.interop.formats.label_studio.values import NO, PATH, YES, attribute_name
from annotator.interop.incoming.foreign_scheme import LONGEST_NAME, MOST_CHOICES, Derived, ForeignScheme
from annotator.interop.xml.reading import root_of
from annotator.model.scheme import AttributeRule, Guideline
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import N_, _

MOST_BYTES, MOST_CONTROLS, MOST_UNKNOWN = 2 * MIB, 200, 10
LABELS = ("Labels", "HyperTextLabels", "ParagraphLabels")
TYPES = {"Choices": "choice", "Taxonomy": "choice", "TextArea": "text", "Number": "number", "Rating": "number"}
TYPES |= {"DateTime": "date"}
OWN = (NOTE, STATUS, ANNOTATOR)
UNJOINED = N_("The configuration does not say which labels the relation {name} joins: add it with from and to.")
NO_PLACE = N_("What <{tag}> asks for has no place in a scheme: it is left out.")
PICTURES = ("RectangleLabels", "PolygonLabels", "KeyPointLabels", "BrushLabels", "EllipseLabels", "TimeSeriesLabels")
VIDEO = ("VideoRectangle", "Ranker", "Pairwise", "MagicWand")


def scheme_of(path: Path) -> Derived:
    """Return the scheme of the file. Raises ForeignError and FileError."""
    return scheme_of_root(root_of(bytes_of(path, MOST_BYTES, FileError), ""), path)


def scheme_of_root(root: Element, path: Path) -> Derived:
    """Return the scheme of a configuration. Raises ForeignError."""
    scheme = ForeignScheme(path.stem)
    for group, label in _labels(root):
        _add_label(group, label, scheme)
    for tag in dict.fromkeys(element.tag for element in root.iter()):
        if tag in (*PICTURES, *VIDEO):
            scheme.note(_(NO_PLACE).format(tag=tag))
    shown_for = _ShownFor(scheme)
    for shown, control in islice(_controls(root), MOST_CONTROLS):
        _add_control(shown_for.labels(shown), control, scheme)
    for relation in islice(root.iter("Relation"), MOST_CONTROLS):
        scheme.note(_(UNJOINED).format(name=told(relation.get("value", ""))))
    return scheme.derived()


def _labels(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield each label once, with the tag of the nearest group around it."""
    stack = [("", root)]
    while stack:
        group, element = stack.pop()
        group = element.tag if element.tag in LABELS else group
        if element.tag == "Label" and group:
            yield group, element
        stack += [(group, child) for child in reversed(element)]


def _add_label(group: str, label: Element, scheme: ForeignScheme) -> None:
    about = label.get("hint") or label.get("title") or ""
    name, key, colour = label.get("alias") or label.get("value") or "", label.get("hotkey", ""), label.get("background")
    scheme.label(name, f"<{group}>", key=key, colour=colour or "", definition=about)


class _ShownFor:
    """Labels that controls are shown for; a list of them, which may be long, is divided once."""

    def __init__(self, scheme: ForeignScheme) -> None:
        self._all = scheme.labels
        self._known = frozenset(self._all)
        self._divided: dict[str, list[str]] = {"": self._all}

    def labels(self, shown: str) -> list[str]:
        """Return the labels in the list, which commas divide, or all where it is empty, and a few that are none."""
        if shown not in self._divided:
            names = dict.fromkeys(shown.split(","))
            unknown = islice((name for name in names if name not in self._known), MOST_UNKNOWN)
            self._divided[shown] = [*(name for name in names if name in self._known), *unknown]
        return self._divided[shown]


def _controls(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield the controls that ask for values, each with the labels, divided by commas, that it is shown for."""
    level = deque([("", root)])
    while level:
        shown, element = level.popleft()
        shown = element.get("whenLabelValue", shown)
        if element.tag in TYPES:
            yield shown, element
        elif element.tag not in LABELS:
            level.extend((shown, child) for child in element)


def _add_control(labels: Iterable[str], control: Element, scheme: ForeignScheme) -> None:
    name, type, place = control.get("name", ""), TYPES[control.tag], f"<{control.tag}>"
    if name in OWN:
        return
    found = _choices(control) if type == "choice" else {}
    if control.get("perRegion") != "true":
        scheme.attribute("", _rule(name, type, control, found, is_ours=False), place)
        return
    ids = {label: attribute_name(name, label) for label in labels}
    for ours in (False, True):
        if some := {label: id for label, id in ids.items() if (id != name) is ours}:
            scheme.attributes(some, _rule(name, type, control, found, is_ours=ours), place)


def _rule(id: str, type: str, control: Element, found: Mapping[str, str], *, is_ours: bool) -> AttributeRule:
    """Return the rule; a control that an export of ours has made is read as it was written."""
    if [*found] == [YES, NO]:
        return AttributeRule(id, "flag")
    many = control.get("choice") == "multiple"
    if type == "text" and is_ours:
        many = control.get("maxSubmissions") != "1"
    required, about = control.get("required") == "true", control.get("requiredMessage") or ""
    return AttributeRule(id, type, tuple(found), many, Guideline(about), tuple(found.values()), required)


def _choices(control: Element) -> dict[str, str]:
    """Return the choices with their hints; one below another has the names of both.

    Of more than are allowed one is among them, of names that are too long no more than shows that, nor what is below.
    """
    found: dict[str, str] = {}
    stack = [("", child) for child in reversed(control)]
    while stack and len(found) <= MOST_CHOICES:
        above, element = stack.pop()
        if element.tag != "Choice":
            continue
        name = f"{above}{element.get('alias') or element.get('value') or ''}"[: LONGEST_NAME + 1]
        found[name] = element.get("hint", "")
        if len(name) <= LONGEST_NAME:
            stack += [(f"{name}{PATH}", child) for child in reversed(element)]
    return found
