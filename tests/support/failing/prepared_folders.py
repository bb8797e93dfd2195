"""Folders as the operations find them: articles that only their owner may read, sidecars, and what is imported."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.document import IN_WORK, Document, Status
from annotator.model.span import Span
from annotator.storage.saving.history import keep
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.support.failing.operation import run_command

AT = "2001-02-03T04:05:06Z"
EARLIER = "2001-02-03T04:05:05Z"
TOWN = Article.of("town.txt", "Thousands of people left the town on Thursday. " * 20)
HARBOUR = Article.of("harbour.txt", "The harbour was closed on Friday. " * 20)


def document(article: Article, note: str, label: str = "claim", annotations: int = 12) -> Document:
    """Return a document whose annotations all have the note."""
    length = len(article.text) // 20
    made = [
        Annotation(f"a{place}", label, Span(place * length, (place + 1) * length - 1), note=note)
        for place in range(annotations)
    ]
    items = MappingProxyType({item.id: item for item in made})
    return Document(article, items, status=Status(IN_WORK))


def write(folder: Path, work: Document) -> None:
    """Write an article that only its owner may read, and its sidecar, likewise."""
    folder.mkdir(exist_ok=True)
    for path, data in (
        (folder / work.article.name, work.article.text.encode()),
        (folder / f"{Path(work.article.name).stem}.annotations.yaml", SidecarWriter().data(work)),
    ):
        path.write_bytes(data)
        path.chmod(0o600)


def two_articles(root: Path) -> None:
    """Two annotated articles."""
    write(root / "articles", document(TOWN, "old"))
    write(root / "articles", document(HARBOUR, "old"))


def new_article(root: Path) -> None:
    """An article without annotations."""
    (root / "articles").mkdir()
    path = root / "articles" / TOWN.name
    path.write_bytes(TOWN.text.encode())
    path.chmod(0o600)


def with_history(root: Path) -> None:
    """Two annotated articles, and versions of the one, the newest of the second in which the next is kept."""
    two_articles(root)
    for note, at in (("older", EARLIER), ("of the same second", AT)):
        keep(root / "articles" / "town.annotations.yaml", SidecarWriter().data(document(TOWN, note)), at)


def renamed(root: Path) -> None:
    """An annotated article with a history, renamed since."""
    with_history(root)
    (root / "articles" / TOWN.name).rename(root / "articles" / "city.txt")


def with_settings(root: Path) -> None:
    """Settings that only the user may read."""
    (root / "config").mkdir()
    path = root / "config" / "settings.json"
    path.write_text('{"zoom": 150}\n')
    path.chmod(0o600)


@cache
def _exported() -> bytes:
    """Return documents of two articles as JSON lines, with a label that no scheme has."""
    with TemporaryDirectory() as name:
        root = Path(name)
        for article in (TOWN, HARBOUR):
            write(root / "articles", document(article, "imported", "rumour"))
        run_command("export", "jsonl", root / "articles", "-o", root / "out.jsonl")
        return (root / "out.jsonl").read_bytes()


def to_import(root: Path) -> None:
    """An annotated article, and documents to import of it and of another."""
    write(root / "articles", document(TOWN, "old"))
    (root / "in.jsonl").write_bytes(_exported())


def with_table(root: Path) -> None:
    """A table of texts in a folder below the one that is imported from."""
    (root / "in" / "below").mkdir(parents=True)
    (root / "in" / "below" / "in.csv").write_text(f"name,text\ntown,{TOWN.text}\nharbour,{HARBOUR.text}\n")


def exported_before(root: Path) -> None:
    """Two annotated articles that were exported, and one of them annotated anew since."""
    two_articles(root)
    for format, out in (("jsonl", "out.jsonl"), ("brat", "out")):
        run_command("export", format, root / "articles", "-o", root / out)
    write(root / "articles", document(TOWN, "new"))
