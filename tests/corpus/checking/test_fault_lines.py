"""The line of a key of an item, found without reading the item where the file has the program's layout."""

from __future__ import annotations

import pytest
from hypothesis import given

from annotator.anchoring.anchored import read_document
from annotator.corpus.checking.fault_lines import FaultLines
from annotator.model.document import Document
from annotator.model.kinds.table import KINDS
from annotator.storage.sidecars.sidecar_files import SidecarWriter, root_of
from annotator.storage.yaml.lined_mapping import LinedMapping
from tests.support.document_strategies import documents


@given(document=documents())
def test_every_key_is_in_the_line_in_which_yaml_has_it(
    document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "story.annotations.yaml"
    data = SidecarWriter().data(document)
    lines = FaultLines(read_document(path, document.article, data, renamed=True))
    root = root_of(data)
    for item in (item for kind in KINDS.values() for item in root.mappings(kind.section)):
        for key, value in item.items():
            assert lines.line(item["id"], (key,)) == item.line_of(key)
            for inner in value if isinstance(value, LinedMapping) else ():
                assert lines.line(item["id"], (key, inner)) == value.line_of(inner)
