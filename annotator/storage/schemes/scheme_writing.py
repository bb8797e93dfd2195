"""Writing of a whole scheme as YAML, in the order of docs/scheme.md; ``scheme_reading`` reads the same scheme back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from annotator.model.annotation import Value
from annotator.model.scheme import AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.schemes.scheme_reading import FORMAT, VERSION
from annotator.storage.yaml.yaml_writing import LONGEST_SIMPLE_KEY, quoted, scalar, word


def scheme_yaml(scheme: Scheme) -> str:
    """Return the scheme as the text of a ``scheme.yaml``."""
    head: dict[str, Value] = {"format": FORMAT, "version": VERSION, "id": scheme.id, "name": scheme.name}
    head |= _filled({"definition": scheme.definition, "source": scheme.source})
    parts = ["".join(_entries(head, ""))]
    parts += _list("labels", map(_label, scheme.labels))
    parts += _list("relations", map(_relation, scheme.relations))
    if scheme.article:
        parts.append("".join(_entries({"article": _attributes(scheme.article)}, "")))
    return "\n".join(parts)


def _list(name: str, items: Iterable[Mapping[str, Value]]) -> list[str]:
    """Return the items, with a blank line before each but the first."""
    texts = [f"- {''.join(_entries(item, '  '))[2:]}" for item in items]
    return [f"{name}:\n{texts[0]}", *texts[1:]] if texts else []


def _label(label: Label) -> dict[str, Value]:
    about: dict[str, Value] = {"names": dict(label.names), "key": label.key}
    drawn: dict[str, Value] = {"colour": label.colour, "mark": label.mark}
    return {"id": label.id, **_filled(about), **drawn, **_guideline(label.guideline), **_attributes(label.attributes)}


def _relation(rule: RelationRule) -> dict[str, Value]:
    ends: dict[str, Value] = {"id": rule.id, "from": rule.source, "to": rule.target}
    symmetric = _filled({"symmetric": rule.symmetric})
    return {**ends, **symmetric, **_guideline(rule.guideline), **_attributes(rule.attributes)}


def _attributes(rules: tuple[AttributeRule, ...]) -> dict[str, Value]:
    found: dict[str, Value] = {rule.id: _attribute(rule) for rule in rules}
    return {"attributes": found} if found else {}


def _attribute(rule: AttributeRule) -> dict[str, Value]:
    explained = any(rule.meanings)
    choices: Value = {id: rule.meaning(id) for id in rule.choices} if explained else [*rule.choices]
    more: dict[str, Value] = {
        "choices": choices,
        "many": rule.many,
        "required": rule.required,
        "default": rule.default,
        "when": {name: [*values] for name, values in rule.when},
    }
    return {"type": rule.type, **_filled(more), **_guideline(rule.guideline)}


def _guideline(guideline: Guideline) -> dict[str, Value]:
    return _filled({"definition": guideline.definition, "yes": [*guideline.yes], "no": [*guideline.no]})


def _filled(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value}


def _entries(mapping: Mapping[str, Value], indent: str) -> Iterator[str]:
    """Yield the lines of a block mapping, in its own order."""
    for key, value in mapping.items():
        name = word(key)
        start = f"{indent}{name}:" if len(name) <= LONGEST_SIMPLE_KEY else f"{indent}? {name}\n{indent}:"
        if isinstance(value, dict):
            yield "".join([f"{start}\n", *_entries(value, f"{indent}  ")])
        elif isinstance(value, list):
            yield "".join([f"{start}\n", *(f"{indent}- {_text(item)}\n" for item in value)])
        else:
            yield f"{start} {_text(value)}\n"


def _text(value: Value) -> str:
    """Return words of a sentence in quotation marks, and one word as YAML allows it."""
    return quoted(value) if isinstance(value, str) and " " in value else scalar(value)
