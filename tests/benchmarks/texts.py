"""Made-up articles with annotations of realistic lengths, the same at every run."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.ids import new_id
from annotator.model.span import Span
from annotator.session.text_index import TextIndex
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path

COMMON = """
the of and to in that for was with on by from at were said had not they which after officials council report people
water harbour minister figures hospital winter evidence statement company river market families road budget teachers
election police border village storm prices engine school numbers bridge energy residents ferry investigation
government spokeswoman approximately infrastructure commission although because nobody 12 48 1,204
"""
WORDS = COMMON.split()
LENGTHS = {
    "claim": (30, 40, 160),
    "source": (25, 8, 32),
    "figure": (25, 3, 16),
    "cue": (12, 5, 20),
    "quote": (6, 20, 140),
    "part": (2, 150, 500),
}
"""By label: how common it is, and how short and how long its annotations are."""
ACROSS = 0.02
"""How many may go on into the next paragraph."""
NOW = "2026-11-22T06:21:20Z"


@dataclass(frozen=True, slots=True)
class Sample:
    """A document and what its rows in the table are called."""

    name: str
    document: Document

    @property
    def text(self) -> str:
        return self.document.article.text

    def index(self) -> TextIndex:
        return TextIndex(self.text, self.document.annotations.values())

    def write(self, folder: Path) -> Path:
        """Put article and sidecar into a folder; the path of the article."""
        path = folder / self.document.article.name
        path.write_bytes(self.text.encode())
        sidecar_path(path).write_bytes(SidecarWriter().data(self.document))
        return path

    def free_words(self, number: int) -> list[Span]:
        """Words all over the text with nothing annotated at them or beside them."""
        source, index, found = random.Random(7), self.index(), list[Span]()
        while len(found) < number:
            start = source.randrange(len(self.text) // 50, len(self.text) - 200)
            match = re.compile(r"(?<=[a-z] )[a-z]{5,9}(?= [a-z])").search(self.text, start)
            if match and not any(_touches(a.span, match) for a in index.in_paragraph(index.paragraph_of(start))):
                found.append(Span(*match.span()))
        return found


def sample(name: str, characters: int, annotations: int, *, one_line: bool = False, seed: int = 0) -> Sample:
    """An article of about so many characters with so many annotations over all labels, some of them overlapping."""
    source = random.Random(characters + annotations + seed)
    text = "".join(paragraphs(source, characters, " " if one_line else "\n"))
    made: dict[str, Annotation] = {}
    for span, label in spans_in(source, text, annotations):
        id = new_id(made, source)
        made[id] = Annotation(id, label, span, created=NOW, modified=NOW)
    article = Article.of(f"{name.replace(' ', '-').replace('/', '-')}.txt", text)
    document = Document(article, MappingProxyType(made), status=Status(IN_WORK), scheme="news-claims-1")
    return Sample(name, document)


def paragraphs(source: random.Random, characters: int, end: str) -> Iterator[str]:
    """Paragraphs of one to five sentences, about so many characters in all, each with ``end`` behind it."""
    written = 0
    while written < characters:
        paragraph = " ".join(_sentence(source) for _ in range(source.randint(1, 5))) + end
        written += len(paragraph)
        yield paragraph


def _sentence(source: random.Random) -> str:
    return " ".join(source.choices(WORDS, k=source.randint(6, 24))).capitalize() + "."


def spans_in(source: random.Random, text: str, number: int) -> Iterator[tuple[Span, str]]:
    """So many different spans with their labels, all over the text, which has more than 600 characters."""
    labels, seen = list(LENGTHS), set[tuple[Span, str]]()
    while len(seen) < number:
        label = source.choices(labels, weights=[LENGTHS[label][0] for label in labels])[0]
        start = text.rfind(" ", 0, source.randrange(len(text) - 600)) + 1
        end = _end(text, start + source.randint(*LENGTHS[label][1:]), start, across=source.random() < ACROSS)
        found = Span(start, end), label
        if found not in seen:
            seen.add(found)
            yield found


def _end(text: str, around: int, start: int, *, across: bool) -> int:
    """The end of the word there, or of the paragraph before it."""
    end = min(text.find(" ", around), len(text) if across else text.find("\n", start) % (len(text) + 1))
    while text[end - 1] in ",.\n":
        end -= 1
    return end


def _touches(span: Span, match: re.Match[str]) -> bool:
    return span.start < match.end() + 3 and match.start() - 3 < span.end
