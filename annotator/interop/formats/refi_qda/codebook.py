"""Codebook of a REFI-QDA project: a code per label, with codes for its attributes' choices below."""

from __future__ import annotations

from annotator.interop.formats.refi_qda.names import attribute_code, guid, value_code
from annotator.interop.xml.writing import element, text_element
from annotator.model.scheme import AttributeRule, Guideline, Scheme


class Codebook:
    """Collect the codes that an export needs; the first scheme that has a label defines its description."""

    def __init__(self) -> None:
        self._labels: dict[str, str] = {}
        self._attributes: dict[tuple[str, str], dict[str, str]] = {}
        self._schemes: dict[int, Scheme] = {}

    def declare(self, scheme: Scheme) -> None:
        """Add codes for everything in the scheme."""
        if id(scheme) in self._schemes:
            return
        self._schemes[id(scheme)] = scheme  # a reference, so that its id is not reused
        for label in scheme.labels:
            self.label(label.id, label.colour, label.guideline)
            for rule in label.attributes:
                self._choices(label.id, rule)

    def label(self, label: str, colour: str = "", guideline: Guideline | None = None) -> str:
        """Return the GUID of the label's code, which is created if missing."""
        code = guid("code", label)
        if label not in self._labels:
            coloured = {"color": colour} if colour else {}
            about = text_element("Description", guideline.definition) if guideline and guideline.definition else ""
            self._labels[label] = _start_tag(code, label, "true", coloured) + about
        return code

    def choice(self, label: str, attribute: str, value: object) -> str:
        """Return the GUID of a choice's code; empty where the scheme does not have the choice."""
        known = isinstance(value, str) and value in self._attributes.get((label, attribute), {})
        return guid("code", label, attribute, str(value)) if known else ""

    def xml(self) -> str:
        """Return the CodeBook element; empty where there are no codes, since the standard forbids an empty one."""
        codes = [self._code(label, begun) for label, begun in self._labels.items()]
        return element("CodeBook", inner=[element("Codes", inner=codes)]) if codes else ""

    def _choices(self, label: str, rule: AttributeRule) -> None:
        if rule.choices and not rule.many:
            choices = self._attributes.setdefault((label, rule.id), {})
            for value in rule.choices:
                choices.setdefault(value, rule.meaning(value))

    def _code(self, label: str, begun: str) -> str:
        below = [
            _start_tag(guid("code", label, attribute), attribute_code(label, attribute), "false", {})
            + "".join(_choice(label, attribute, value, meaning) for value, meaning in choices.items())
            + "</Code>"
            for (of, attribute), choices in self._attributes.items()
            if of == label
        ]
        return f"\n{begun}{''.join(below)}</Code>"


def _choice(label: str, attribute: str, value: str, meaning: str) -> str:
    about = [text_element("Description", meaning)] if meaning else []
    named = {"guid": guid("code", label, attribute, value), "name": value_code(label, attribute, value)}
    return element("Code", {**named, "isCodable": "true"}, about)


def _start_tag(code: str, name: str, codable: str, more: dict[str, str]) -> str:
    return element("Code", {"guid": code, "name": name, "isCodable": codable, **more}).removesuffix("/>") + ">"
