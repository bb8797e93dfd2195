"""Change of a state or a value in sidecars of a folder: under the lock of each folder, what they held is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.corpus.summary import NEWER
from annotator.model.annotation import Annotation, Value
from annotator.model.document import Document
from annotator.model.either import ABSENT, Missing
from annotator.model.items import altered
from annotator.storage.files.confinement import confined_to
from annotator.storage.files.file_bytes import bytes_of
from annotator.storage.files.file_error import FileError, Problem, SidecarError
from annotator.storage.saving.leftovers import LeftoversClearing
from annotator.storage.saving.replacing import OVERTAKEN, TRIES, Replacement, replace_together
from annotator.storage.sidecars.sidecar_editing import read_alone, with_items
from annotator.storage.sidecars.sidecar_reading import MAX_SIDECAR_BYTES
from annotator.translation.messages import _


@dataclass(frozen=True, slots=True)
class CellChange:
    """A new value of an annotation, ABSENT or the empty state for none; it was ``before``, unless no matter which.

    None is a value that a file may have, written as ``null``; to a reader it is none.

    Where ``is_bound``, an annotation that has another value by now is left as it is. ``by_rule``, ``was_by_rule``: the
    new value, and the one before, is one that a rule has filled and nobody has confirmed.
    """

    value: Value | Missing
    before: Value | Missing = ABSENT
    is_bound: bool = False
    by_rule: bool = False
    was_by_rule: bool = False

    @property
    def back(self) -> CellChange:
        """The change that takes this one back, where nobody has set another value since."""
        return CellChange(self.before, self.value, is_bound=True, by_rule=self.was_by_rule, was_by_rule=self.by_rule)


Changes = Mapping[Path, Mapping[str, CellChange]]
"""Changes by the sidecar and the id of the annotation."""


@dataclass(slots=True)
class Changed:
    """Changes that were made, with the values before each, and the problems of sidecars that are left as they were."""

    done: dict[Path, dict[str, CellChange]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def change_sidecars(folder: Path, attribute: str, changes: Changes, at: str) -> Changed:
    """Give annotations in sidecars below the folder their values of the attribute; the empty one is the state.

    All else in the sidecars stays as it is written, also what others have written meanwhile. ``at`` is the time in UTC.
    """
    changed, waiting, leftovers = Changed(), dict(changes), LeftoversClearing(histories=False)
    with confined_to([folder]):
        for _try in range(TRIES):
            edits = _edits(attribute, waiting, at, changed)
            waiting = {}
            for place, some in edits.items():
                leftovers.of(place)
                done, overtaken, problems = replace_together(place, [edit for edit, _befores in some.values()], at)
                changed.done |= {path: some[path][1] for path in done}
                changed.problems += problems
                waiting |= {path: changes[path] for path in overtaken}
            if not waiting:
                break
    changed.problems += (Problem(path, None, _(OVERTAKEN)) for path in waiting)
    return changed


def changed_cell(
    annotation: Annotation | None, attribute: str, change: CellChange, at: str
) -> tuple[Annotation, CellChange] | None:
    """Return the annotation after the change, and what that has changed; None where it stays as it is.

    The empty attribute is the state. ``at`` is the time in UTC.
    """
    if annotation is None:
        return None
    before = annotation.attributes.get(attribute, ABSENT) if attribute else annotation.state
    is_none_already = before is None and change.value is ABSENT and not change.is_bound
    if before == change.value or is_none_already or (change.is_bound and before != change.before):
        return None
    done = replace(change, before=before, is_bound=False, was_by_rule=attribute in annotation.by_rule)
    return _with_value(annotation, attribute, change, at), done


def _with_value(annotation: Annotation, attribute: str, change: CellChange, at: str) -> Annotation:
    value = change.value
    if not attribute:
        return altered(annotation, state=value if isinstance(value, str) else "", modified=at)
    others = {name: other for name, other in annotation.attributes.items() if name != attribute}
    attributes = others if value is ABSENT else {**annotation.attributes, attribute: value}
    by_rule = (*(name for name in annotation.by_rule if name != attribute), *([attribute] if change.by_rule else []))
    return altered(annotation, attributes=attributes, by_rule=by_rule, modified=at)


_Edits = dict[Path, dict[Path, tuple[Replacement, dict[str, CellChange]]]]


def _edits(attribute: str, changes: Changes, at: str, changed: Changed) -> _Edits:
    """Return the sidecars that are to be replaced, by their folders."""
    found: _Edits = defaultdict(dict)
    for path, wanted in changes.items():
        try:
            data = bytes_of(path, MAX_SIDECAR_BYTES, SidecarError)
            read = read_alone(path, data)
            if read.newer:
                raise SidecarError.at(path, _(NEWER), 1)
            after, done = _changed(read.document, attribute, wanted, at)
            if done:
                edit = Replacement(path, data, with_items(path, read, after))
                found[path.parent][path] = edit, done
        except FileError as error:
            changed.problems.append(error.problem)
    return found


def _changed(
    document: Document, attribute: str, wanted: Mapping[str, CellChange], at: str
) -> tuple[Document, dict[str, CellChange]]:
    """Return the document with the values, and the changes that this makes, which take them back."""
    items, done = dict(document.annotations), dict[str, CellChange]()
    for id, change in wanted.items():
        if found := changed_cell(items.get(id), attribute, change, at):
            items[id], done[id] = found
    return document.with_items(Annotation, items), done
