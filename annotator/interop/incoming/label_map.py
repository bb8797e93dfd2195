"""Map from another program's labels and relations to those of the scheme: a small YAML file.

``labels:`` and ``relations:`` map foreign names to the scheme's; a name with no value is left out of the import.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from annotator.storage.files.file_bytes import MIB, bytes_of
from annotator.storage.files.file_error import FileError
from annotator.storage.files.real_place import followed
from annotator.storage.yaml.lined_mapping import LinedMapping, YamlError
from annotator.translation.messages import _

SECTIONS = ("labels", "relations")
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LabelMap:
    """Names by foreign names; a name that is not mapped stays as it is."""

    labels: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    relations: Mapping[str, str] = field(default_factory=lambda: NOTHING)

    def label(self, name: str) -> str:
        """Return the scheme's name of a foreign label; empty where it is to be left out."""
        return self.labels.get(name, name)

    def relation(self, name: str) -> str:
        """Return the scheme's name of a foreign relation; empty where it is to be left out."""
        return self.relations.get(name, name)


def read_label_map(path: Path) -> LabelMap:
    """Read a label map from a YAML file. Raises FileError with the line of the mistake."""
    from annotator.storage.yaml.guarded_yaml import load  # here: PyYAML is slow to import

    try:
        root = load(bytes_of(followed(path), MIB, FileError))
        if not isinstance(root, LinedMapping):
            raise YamlError(1, _("It must have “labels:”, with one “theirs: ours” a line below it."))
        if strange := [key for key in root if key not in SECTIONS]:
            root.fail(strange[0], _("Only labels and relations can be mapped, not {key}.").format(key=repr(strange[0])))
        return LabelMap(*({key: section.text(key) for key in section} for section in map(root.mapping, SECTIONS)))
    except YamlError as error:
        raise FileError.at(path, error.sentence, error.line) from error
