"""A folder of articles with their sidecars."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType

import pytest

from annotator.model.annotation import Annotation
from annotator.model.document import Document, Status
from annotator.model.span import Span
from annotator.storage.articles.article_reading import read_article
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path

TEXT = "Thousands leave Aleppo, the Red Cross said.\n"
SCHEME = """\
format: annotation-scheme
version: 1
id: own
labels:
- id: claim
  attributes:
    kind: [event, "3"]
    evidence: link, many
    value: number
    sure: flag
    on: date
    tags: {choices: [a, b], many: true}
- id: source
relations:
- {id: attributed_to, from: claim, to: source}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scheme and one annotated article."""
    (tmp_path / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def annotated() -> Callable[..., Path]:
    """Writes the sidecar of an article, with the annotations given."""

    def write(article: Path, *annotations: Annotation, annotator: str = "", status: str = "in-work") -> Path:
        if not annotations:
            annotations = (Annotation("aaaaaa", "claim", Span(0, 9)), Annotation("bbbbbb", "source", Span(24, 37)))
        mapping = MappingProxyType({annotation.id: annotation for annotation in annotations})
        document = Document(read_article(article).article, mapping, status=Status(status), annotator=annotator)
        sidecar = sidecar_path(article, annotator)
        sidecar.write_bytes(SidecarWriter().data(document))
        return sidecar

    return write
