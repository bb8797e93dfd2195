"""Label Studio's labelling configuration, built from the schemes and the values that documents hold beyond them."""

from __future__ import annotations

from annotator.interop.formats.label_studio.values import (
    CHOICES,
    DATETIME,
    NO,
    NUMBER,
    YES,
    Control,
    class_name,
    control_name,
    kind_for,
)
from annotator.interop.xml.writing import element, text_element
from annotator.model.annotation import Value
from annotator.model.document import STATUSES
from annotator.model.scheme import AttributeRule, Label, Scheme

TEXT, LABEL, NOTE, ANNOTATOR, STATUS = "text", "label", "note", "annotator", "status"
STYLE = ".htx-text { white-space: pre-wrap; }"
"""Keeps Label Studio from collapsing blanks, which would shift its offsets."""


class Config:
    """Collect labels, attributes and relations while documents are written."""

    def __init__(self) -> None:
        self._labels: dict[str, Label | None] = {}
        self._controls: dict[str, dict[str, Control]] = {}
        self._relations: dict[str, None] = {}
        self._statuses = dict.fromkeys(STATUSES)
        self._classes: dict[str, Control] = {}
        self._scheme: Scheme | None = None

    def add_scheme(self, scheme: Scheme) -> None:
        """Add everything in the scheme, whether or not a document uses it."""
        if scheme is self._scheme:
            return
        self._scheme = scheme
        for label in scheme.labels:
            self._labels.setdefault(label.id, label)
            for rule in label.attributes:
                self._controls_of(label.id).setdefault(rule.id, Control.of(rule))
        for relation in scheme.relations:
            self.add_relation(relation.id)
        for rule in scheme.article:
            if rule.type == "choice":
                self._classes.setdefault(rule.id, Control.of(rule))

    def add_label(self, label: str) -> None:
        self._labels.setdefault(label)

    def add_relation(self, type: str) -> None:
        self._relations.setdefault(type)

    def add_status(self, status: str) -> None:
        self._statuses.setdefault(status)

    def add_class(self, rule: AttributeRule, labels: list[str]) -> None:
        """Add labels of a whole text, as values of an attribute of the article."""
        control = self._classes.setdefault(rule.id, Control.of(rule))
        control.choices = dict.fromkeys(labels, "") | control.choices

    def control(self, label: str, attribute: str, value: Value) -> Control | None:
        """Return the attribute's control, created to fit the value if missing; None where no control fits the value."""
        controls = self._controls_of(label)
        if attribute not in controls:
            kind = kind_for(value)
            if not kind:
                return None
            controls[attribute] = Control(kind, many=False)
        return controls[attribute]

    def xml(self) -> str:
        """Return the configuration as XML, for a project's settings."""
        inner = [
            text_element("Style", STYLE),
            element("Relations", inner=[element("Relation", {"value": type}) for type in self._relations]),
            _line("Labels", {"name": LABEL, "toName": TEXT}, [*map(_label, self._labels, self._labels.values())]),
            element("Text", {"name": TEXT, "value": f"${TEXT}"}),
            *(_controls(label, controls) for label, controls in self._controls.items() if controls),
            _textarea(NOTE, {"perRegion": "true", "placeholder": NOTE}),
            *(
                _choices(class_name(id), control.choices, many=control.many, more={})
                for id, control in self._classes.items()
            ),
            _choices(STATUS, dict.fromkeys(self._statuses, ""), many=False, more={}),
            _textarea(ANNOTATOR, {"placeholder": ANNOTATOR}),
        ]
        return _line("View", {}, inner) + "\n"

    def _controls_of(self, label: str) -> dict[str, Control]:
        return self._controls.setdefault(label, {})


def _label(id: str, label: Label | None) -> str:
    shown = {"background": label.colour, "hotkey": label.key} if label else {}
    return element("Label", {"value": id, **{name: value for name, value in shown.items() if value}})


def _controls(label: str, controls: dict[str, Control]) -> str:
    """Return the controls of a label's attributes, shown while a region of that label is selected."""
    inner = []
    for attribute, control in controls.items():
        inner += [element("Header", {"value": attribute, "size": "5"}), _control(label, attribute, control)]
    return _line("View", {"visibleWhen": "region-selected", "whenLabelValue": label}, inner)


def _control(label: str, attribute: str, control: Control) -> str:
    name, more = control_name(label, attribute), {"perRegion": "true", "whenLabelValue": label}
    if control.type == CHOICES:
        choices = control.choices if control.kind == "choice" else {YES: "", NO: ""}
        return _choices(name, choices, many=control.many, more=more)
    if control.type == NUMBER:
        return element("Number", {"name": name, "toName": TEXT, **more})
    if control.type == DATETIME:
        return element("DateTime", {"name": name, "toName": TEXT, "only": "date", "format": "%Y-%m-%d", **more})
    return _textarea(name, more | ({} if control.many else {"maxSubmissions": "1"}))


def _textarea(name: str, more: dict[str, str]) -> str:
    return element("TextArea", {"name": name, "toName": TEXT, "editable": "true", **more})


def _choices(name: str, choices: dict[str, str], *, many: bool, more: dict[str, str]) -> str:
    inner = [element("Choice", {"value": id, **({"hint": hint} if hint else {})}) for id, hint in choices.items()]
    return _line("Choices", {"name": name, "toName": TEXT, "choice": "multiple" if many else "single", **more}, inner)


def _line(name: str, attributes: dict[str, str], inner: list[str]) -> str:
    """Return the element with each inner element on its own line."""
    lines = "".join(f"\n{item}" for item in inner).replace("\n", "\n  ")
    return element(name, attributes, [f"{lines}\n"] if inner else [])
