"""Scheme from a labelling configuration of Label Studio."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from annotator.interop.formats.label_studio.config import ANNOTATOR, NOTE, STATUS
from annotator.interop.formats.label_studio.values import NO, PATH, YES, attribute_name
from annotator.interop.incoming.foreign_scheme import Derived, ForeignScheme
from annotator.interop.xml.reading import root_of
from annotator.model.scheme import AttributeRule, Guideline
from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError, told
from annotator.translation.messages import N_, _

ROOT = "View"
MOST_BYTES, MOST_CONTROLS = 2 * MIB, 200
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
    for group in root.iter():
        if group.tag in LABELS:
            _add_labels(group, scheme)
        elif group.tag in (*PICTURES, *VIDEO):
            scheme.note(_(NO_PLACE).format(tag=group.tag))
    for label, control in islice(_controls(root), MOST_CONTROLS):
        _add_control(label, control, scheme)
    for relation in islice(root.iter("Relation"), MOST_CONTROLS):
        scheme.note(_(UNJOINED).format(name=told(relation.get("value", ""))))
    return scheme.derived()


def _add_labels(group: Element, scheme: ForeignScheme) -> None:
    for label in group.iter("Label"):
        about = label.get("hint") or label.get("title") or ""
        name, place = label.get("alias") or label.get("value") or "", f"<{group.tag}>"
        scheme.label(name, place, key=label.get("hotkey", ""), colour=label.get("background", ""), definition=about)


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


def _add_control(shown: str, control: Element, scheme: ForeignScheme) -> None:
    name, type = control.get("name", ""), TYPES[control.tag]
    if name in OWN:
        return
    if control.get("perRegion") != "true":
        scheme.attribute("", _rule(name, type, control, is_ours=False), f"<{control.tag}>")
        return
    for label in shown.split(",") if shown else scheme.labels:
        id = attribute_name(name, label)
        scheme.attribute(label, _rule(id, type, control, is_ours=id != name), f"<{control.tag}>")


def _rule(id: str, type: str, control: Element, *, is_ours: bool) -> AttributeRule:
    """Return the rule; a control that an export of ours has made is read as it was written."""
    found = dict(_choices(control)) if type == "choice" else {}
    if [*found] == [YES, NO]:
        return AttributeRule(id, "flag")
    many = control.get("choice") == "multiple"
    if type == "text" and is_ours:
        many = control.get("maxSubmissions") != "1"
    required, about = control.get("required") == "true", control.get("requiredMessage") or ""
    return AttributeRule(id, type, tuple(found), many, Guideline(about), tuple(found.values()), required)


def _choices(control: Element) -> Iterator[tuple[str, str]]:
    """Yield the choices with their hints; one below another has the names of both."""
    stack: list[tuple[tuple[str, ...], Element]] = [((), child) for child in reversed(control)]
    while stack:
        above, element = stack.pop()
        if element.tag != "Choice":
            continue
        names = (*above, element.get("alias") or element.get("value") or "")
        yield PATH.join(names), element.get("hint", "")
        stack += [(names, child) for child in reversed(element)]
