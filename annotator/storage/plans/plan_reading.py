"""Reading of a folder's plan, ``.annotator/plan.yaml``, with the limits of every file from somebody else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from msgspec import Struct, field

from annotator.model.plan import MOST_SHARE, Plan, Round
from annotator.storage.files.file_bytes import MIB
from annotator.storage.files.file_error import FileError, told
from annotator.storage.files.hidden_folder import HiddenPlace, read
from annotator.storage.sidecars.sidecar_files import is_annotator_name
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.translation.messages import _, number

NAME, FORMAT, VERSION = "plan.yaml", "annotation-plan", 1
MOST_BYTES = 16 * MIB
MOST_ANNOTATORS = 1000
LARGEST = 10**9
"""Largest number of a round and of a seed."""
KEYS = frozenset({"format", "version", "annotators", "reviewers", "blind", "rounds"})
ROUND_KEYS = frozenset({"round", "double", "seed", "articles"})
OUTSIDE = re.compile(r"(^|/)(\.{0,2})(/|$)|\\|^[A-Za-z]:|[\x00-\x1f\x7f]")


class PlanError(FileError):
    """The plan could not be read; nothing is assigned by it."""


class ReadPlan(Struct, frozen=True):
    """The plan of a folder as its file says; ``lines`` has the line of each article, counted from 1."""

    path: Path
    plan: Plan
    lines: dict[str, int] = field(default_factory=dict)


def plan_place(folder: Path) -> HiddenPlace:
    """Return the file of the folder's plan, whether it exists or not."""
    return HiddenPlace(folder, (NAME,))


def plan_of(folder: Path) -> ReadPlan | None:
    """Return the plan of the opened folder; None where it has none. Raises PlanError, with the line, for a bad one."""
    place = plan_place(folder)
    try:
        data = read(place, MOST_BYTES, PlanError)
    except PlanError as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return None
        raise
    from annotator.storage.yaml.guarded_yaml import load  # here: PyYAML is slow to import, and few folders have a plan

    try:
        return _plan(place.path, load(data))
    except YamlError as error:
        raise PlanError.at(place.path, error.sentence, error.line) from error


def _plan(path: Path, root: object) -> ReadPlan:
    if not isinstance(root, LinedMapping):
        raise YamlError(1, _("It is no plan: it must be a mapping with “format: annotation-plan”."))
    if root.get("format") != FORMAT:
        root.fail("format", _("It is no plan: it must be a mapping with “format: annotation-plan”."))
    if root.get("version") != VERSION:
        root.fail("version", _("It is a plan of another version of the program, which cannot be read here."))
    annotators = _names(root, "annotators")
    if not annotators:
        root.fail("annotators", _("“{key}:” is missing or empty.").format(key="annotators"))
    lines: dict[str, int] = {}
    rounds = tuple(_round(mapping, frozenset(annotators), lines) for mapping in root.mappings("rounds"))
    blind = "blind" not in root or root.flag("blind")
    return ReadPlan(path, Plan(annotators, rounds, blind, _names(root, "reviewers"), root.others(KEYS)), lines)


def _round(mapping: LinedMapping, annotators: frozenset[str], lines: dict[str, int]) -> Round:
    articles, found = mapping.mapping("articles"), dict[str, tuple[str, ...]]()
    for file in articles:
        if OUTSIDE.search(file):
            articles.fail(file, _("{file} is not the path of an article in the folder.").format(file=told(file)))
        names = _names(articles, file)
        if not names:
            articles.fail(file, _("Nobody is to annotate {file}.").format(file=told(file)))
        if unknown := next((name for name in names if name not in annotators), None):
            sentence = _("{name} is not in the list of annotators.").format(name=told(unknown))
            articles.fail(file, sentence)
        found[file] = names
        lines.setdefault(file, articles.line_of(file))
    double = _number(mapping, "double", 0, MOST_SHARE)
    extra = mapping.others(ROUND_KEYS)
    return Round(_number(mapping, "round", 1, LARGEST), found, double, _number(mapping, "seed", 0, LARGEST), extra)


def _names(mapping: LinedMapping, key: str) -> tuple[str, ...]:
    names = mapping.texts(key)
    if len(names) > MOST_ANNOTATORS:
        mapping.fail(key, _("There are more than {limit} names.").format(limit=number(MOST_ANNOTATORS)))
    for name in names:
        if not is_annotator_name(name):
            mapping.fail(key, _("{name} cannot be the name of an annotator.").format(name=told(name)))
    if len(set(names)) < len(names):
        mapping.fail(key, _("A name stands twice in one list; remove one."))
    return names


def _number(mapping: LinedMapping, key: str, least: int, most: int) -> int:
    value = mapping.get(key, least)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        _refuse(mapping, key, least, most)
    return value


def _refuse(mapping: LinedMapping, key: str, least: int, most: int) -> NoReturn:
    sentence = _("“{key}:” must be a whole number from {least} to {most}.").format(key=key, least=least, most=most)
    mapping.fail(key, sentence)
