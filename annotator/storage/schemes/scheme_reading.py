"""Validation of a scheme's YAML values and expansion of the short forms of attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle

from annotator.model.annotation import Value
from annotator.model.scheme import ATTRIBUTE_TYPES, MARKS, AttributeRule, Guideline, Label, RelationRule, Scheme
from annotator.storage.files.file_error import told
from annotator.storage.schemes.attribute_conditions import check_conditions, check_default, when_of
from annotator.storage.schemes.state_rules import states_of
from annotator.storage.schemes.value_keys import KEYS, check_keys, keys_of
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.translation.messages import _, listed

FORMAT = "annotation-scheme"
VERSION = 1
COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#F0E442", "#CC79A7", "#999999", "#0072B2", "#D55E00")
COLOUR = re.compile("#[0-9A-Fa-f]{6}")
LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

INSIDE, OUTSIDE = "inside", "outside"

GUIDELINE_KEYS = frozenset({"definition", "yes", "no"})
LABEL_KEYS = GUIDELINE_KEYS | {"id", "names", "key", "colour", "mark", "full_stop", "attributes"}
ATTRIBUTE_KEYS = GUIDELINE_KEYS | {"type", "choices", "many", "required", "default", "when", KEYS}
RELATION_KEYS = GUIDELINE_KEYS | {"id", "from", "to", "symmetric", "attributes"}


def scheme(root: Value) -> Scheme:
    """Return the scheme in the values of a YAML file. Raises YamlError, with the line, where a value is not valid."""
    if not isinstance(root, LinedMapping) or root.get("format") != FORMAT:
        line = root.line_of("format") if isinstance(root, LinedMapping) else 1
        raise YamlError(line, _("It is not a scheme: it does not say “format: {format}”.").format(format=FORMAT))
    if root.get("version") != VERSION:
        other = _("Its version must be {version}; this program reads no other.")
        root.fail("version", other.format(version=VERSION))
    id = root.required("id")
    labels = _labels(root)
    relations = _relations(root, {label.id for label in labels})
    article = _attributes(root.mapping("article"))
    states = states_of(root, labels, _colour)
    about = root.text("definition"), root.text("source")
    return Scheme(id, root.text("name") or id, labels, relations, article, *about, states)


def _labels(root: LinedMapping) -> tuple[Label, ...]:
    items = root.mappings("labels")
    if not items:
        root.fail("labels", _("It has no labels; a scheme needs at least one."))
    _refuse_twice(items, "id")
    _refuse_twice(items, "key")
    colours = unused((item.text("colour") for item in items), COLOURS)
    marks = unused((item.text("mark") for item in items), MARKS)
    return tuple(_label(item, colours, marks) for item in items)


def unused(chosen_values: Iterable[str], values: Sequence[str]) -> Iterator[str]:
    """Cycle through the values that are not chosen, or through all if every value is."""
    chosen = {value.casefold() for value in chosen_values}
    return cycle([value for value in values if value.casefold() not in chosen] or values)


def _label(item: LinedMapping, colours: Iterator[str], marks: Iterator[str]) -> Label:
    _refuse_unknown(item, LABEL_KEYS)
    return Label(
        item.required("id"),
        _key(item),
        _colour(item) or next(colours),
        _mark(item) or next(marks),
        _attributes(item),
        _guideline(item),
        _names(item),
        _is_full_stop_outside(item),
    )


def _names(item: LinedMapping) -> tuple[tuple[str, str], ...]:
    """Return the names by the codes of their languages, including languages that the program does not speak."""
    names, seen = item.mapping("names"), set[str]()
    for code in names:
        if not LANGUAGE.fullmatch(code):
            sentence = _("A name goes by the code of its language, such as de or pt-BR, not by {code}.")
            names.fail(code, sentence.format(code=told(code)))
        if code.casefold() in seen:
            names.fail(code, _("The language {code} stands there twice.").format(code=told(code)))
        if not names.text(code).strip():
            names.fail(code, _("The name in the language {code} is empty.").format(code=told(code)))
        seen.add(code.casefold())
    return tuple((code, names.text(code).strip()) for code in names)


def _key(item: LinedMapping) -> str:
    key = item.text("key")
    if len(key) > 1 or not key.isprintable() or key.isspace():
        item.fail("key", _("A key is one letter, digit or sign, not {key}.").format(key=told(key)))
    return key


def _colour(item: LinedMapping) -> str:
    colour = item.text("colour")
    if "colour" in item and not COLOUR.fullmatch(colour):
        sentence = _('A colour must be written in quotes, with six digits after the “#”, as in "#56B4E9".')
        item.fail("colour", sentence)
    return colour


def _mark(item: LinedMapping) -> str:
    mark = item.text("mark")
    if mark and mark not in MARKS:
        sentence = _("There is no mark {mark}; the marks are {marks}.")
        item.fail("mark", sentence.format(mark=told(mark), marks=listed(MARKS)))
    return mark


def _is_full_stop_outside(item: LinedMapping) -> bool:
    place = item.text("full_stop") or INSIDE
    if place not in (INSIDE, OUTSIDE):
        sentence = _("“full_stop:” must be {inside} or {outside}.")
        item.fail("full_stop", sentence.format(inside=INSIDE, outside=OUTSIDE))
    return place == OUTSIDE


def _attributes(owner: LinedMapping) -> tuple[AttributeRule, ...]:
    rules = owner.mapping("attributes")
    attributes = {id: _attribute(rules, id) for id in rules}
    check_conditions(rules, attributes)
    check_keys(rules, attributes)
    return tuple(attributes.values())


def _attribute(rules: LinedMapping, id: str) -> AttributeRule:
    match rules[id]:
        case LinedMapping() as rule:
            return _long_form(rules, id, rule)
        case list():
            return _checked(rules, id, AttributeRule(id, "choice", rules.texts(id)))
        case _:
            type, *rest = (part.strip() for part in rules.text(id).split(","))
            if rest not in ([], ["many"]):
                sentence = _("An attribute is written as “{id}: {type}” or “{id}: {type}, many”.")
                rules.fail(id, sentence.format(id=id, type=type))
            return _checked(rules, id, AttributeRule(id, type, many=bool(rest)))


def _long_form(rules: LinedMapping, id: str, rule: LinedMapping) -> AttributeRule:
    _refuse_unknown(rule, ATTRIBUTE_KEYS)
    choices, meanings = _choices(rule)
    many, required = _flag(rule, "many"), _flag(rule, "required")
    type = rule.text("type") or ("choice" if choices else "")
    default, when = rule.text("default"), when_of(rule)
    keys = keys_of(rule, choices)
    attribute = AttributeRule(id, type, choices, many, _guideline(rule), meanings, required, default, when, keys)
    checked = _checked(rules, id, attribute)
    check_default(rule, checked)
    return checked


def _choices(rule: LinedMapping) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if isinstance(rule.get("choices"), LinedMapping):
        meanings = rule.mapping("choices")
        return tuple(meanings), tuple(meanings.text(choice) for choice in meanings)
    return rule.texts("choices"), ()


def _checked(rules: LinedMapping, id: str, rule: AttributeRule) -> AttributeRule:
    if sentence := _fault(rule):
        types = listed(ATTRIBUTE_TYPES)
        rules.fail(id, sentence.format(attribute=told(id), type=rule.type, quoted_type=told(rule.type), types=types))
    return rule


def _fault(rule: AttributeRule) -> str:
    """Return a message on what is wrong with the rule, with places for its names; empty if nothing is."""
    if rule.type not in ATTRIBUTE_TYPES:
        return _("There is no type {quoted_type}; the types are {types}.")
    if rule.type == "choice" and not all(rule.choices or [""]):
        return _("The attribute {attribute} needs choices, and none of them may be empty.")
    if rule.type != "choice" and rule.choices:
        return _("The attribute {attribute} has choices, but its type is {type}, not choice.")
    if len(set(rule.choices)) < len(rule.choices):
        return _("A choice of the attribute {attribute} stands there twice.")
    return ""


def _relations(root: LinedMapping, labels: set[str]) -> tuple[RelationRule, ...]:
    items = root.mappings("relations")
    _refuse_twice(items, "id")
    return tuple(_relation(item, labels) for item in items)


def _relation(item: LinedMapping, labels: set[str]) -> RelationRule:
    _refuse_unknown(item, RELATION_KEYS)
    for key in ("from", "to"):
        if item.required(key) not in labels:
            item.fail(key, _("The scheme has no label {label}.").format(label=told(item.text(key))))
    return RelationRule(
        item.required("id"),
        item.text("from"),
        item.text("to"),
        _flag(item, "symmetric"),
        _guideline(item),
        _attributes(item),
    )


def _guideline(item: LinedMapping) -> Guideline:
    return Guideline(item.text("definition"), item.texts("yes"), item.texts("no"))


def _flag(item: LinedMapping, key: str) -> bool:
    value = item.get(key, False)
    if not isinstance(value, bool):
        item.fail(key, _("“{key}:” must be true or false.").format(key=key))
    return value


def _refuse_twice(items: Iterable[LinedMapping], key: str) -> None:
    seen: set[str] = set()
    for item in items:
        value = item.text(key).casefold() if key == "key" else item.text(key)
        if value and value in seen:
            sentence = _("The {key} {value} stands there twice; every {key} must be unique.")
            item.fail(key, sentence.format(key=key, value=told(value)))
        seen.add(value)


def _refuse_unknown(item: LinedMapping, known: frozenset[str]) -> None:
    for key in item.keys() - known:
        sentence = _("The key {key} is not known here; known are {keys}.")
        item.fail(key, sentence.format(key=told(key), keys=listed(sorted(known))))
