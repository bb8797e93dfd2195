"""Import articles from other programs' files: write each text, and its sidecar that records where it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from annotator.interop.articles.extracted import Extracted, Extractor, Wishes
from annotator.interop.articles.passages import notes_on_left_out
from annotator.interop.foreign.file_names import safe_name
from annotator.interop.incoming.article_marks import Marks, corrections_of
from annotator.interop.incoming.article_sources import Taken, taken_from
from annotator.interop.incoming.leftovers import leftovers_cleared
from annotator.interop.incoming.renamed import Renamed
from annotator.interop.incoming.rollback import Rollback
from annotator.interop.incoming.taken_names import TakenNames
from annotator.interop.report import ALTERED, DOCUMENT, Loss, Report
from annotator.model.annotation import Annotation, Value
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.model.scheme import Scheme
from annotator.storage.articles.article_reading import read_article
from annotator.storage.articles.folders import make_folder_of
from annotator.storage.files.atomic_write import write_atomically
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import ArticleError, FileError
from annotator.storage.saving.saver import Saver
from annotator.storage.sidecars.sidecar_files import sidecar_path
from annotator.translation.messages import N_, _, number

TIMES = "times"
"""Key of an article below which the times of its stretches are kept."""


KNOWN = N_("{file}: its text is in the folder already.")
KNOWN_MARKED = N_(
    "{file}: its text is in the folder already. Its comments, notes, links and changes were not taken in again."
)


FILES_OF_ONE = 2
"""An article is written as its text and its sidecar."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Articles of a finished import that were removed again, and how many stay since they were changed meanwhile."""

    removed: tuple[Path, ...]
    kept: int


class ArticleImporter:
    """Write texts into ``folder``, or beside the file they come from where it is None, and collect a report."""

    def __init__(
        self, folder: Path | None, scheme: Scheme, wishes: Wishes, named: Callable[[str], None] = lambda _name: None
    ) -> None:
        """``named`` is called with the name of each text that is going to be written, and its number if one of many."""
        self.report = Report()
        self._named = named
        self._renamed = Renamed()
        self.written: list[Path] = []
        self._folder = folder
        self._scheme = scheme
        self._wishes = wishes
        self._numbers: Counter[Path] = Counter()
        self._names = TakenNames(sidecars=True)
        self._back = Rollback()
        self._cleared: set[Path] = set()

    def take(self, source: Path, now: str, kind: Extractor | None = None) -> None:
        """Import the texts of the file, and report a Problem for each row and the like that cannot be read."""
        self.take_texts(taken_from(source, self._wishes, self.report.problems, kind), now)

    def take_texts(self, texts: Iterable[Taken], now: str) -> None:
        """Import all of these texts; where their file or the writing fails, import none and report a Problem."""
        done, mark, told = len(self.written), self._back.mark, (len(self.report.losses), len(self.report.notes))
        try:
            for taken, name in _named([*texts]):
                self._named(name)
                self.put(taken, now)
            self.report.notes += self._renamed.take_notes()
        except FileError as error:
            self.report.problems.append(error.problem)
            self._take_back(done, mark)
            self._renamed.take_notes()
            del self.report.losses[told[0] :], self.report.notes[told[1] :]

    def take_back(self) -> None:
        """Remove all that was written, even of a text whose writing was interrupted."""
        self._take_back(0, 0)

    def take_back_unchanged(self) -> TakenBack:
        """Remove the articles that were written and their sidecars, but those of which either was changed since."""
        kept = set(self._back.restore_unchanged(FILES_OF_ONE))
        return TakenBack(tuple(path for path in self.written if path not in kept), len(kept))

    def _take_back(self, done: int, mark: int) -> None:
        self._back.restore(mark)
        self.report.documents -= len(self.written) - done
        del self.written[done:]

    def put(self, taken: Taken, now: str) -> None:
        """Write the text and its sidecar unless the folder has the text already. Raises SaveError."""
        extracted = taken.extracted
        path = self._place(taken)
        if path is None:
            message = _(KNOWN_MARKED) if extracted.remarks or extracted.corrections else _(KNOWN)
            self.report.notes.append(message.format(file=taken.source.name))
            return
        self._clear(path.parent)
        self._write(path, self._document(path, taken, now), now)
        self.written.append(path)
        self.report.documents += 1
        self._renamed.note(taken.source.name, extracted.name, path.stem)
        self._tell(taken.source.name, extracted)

    def _tell(self, name: str, extracted: Extracted) -> None:
        """Report what was left out or altered; what is harmless is a note and no loss."""
        for note in extracted.notes:
            if note in extracted.harmless:
                self.report.notes.append(f"{name}: {note}")
            else:
                self.report.losses.append(Loss(ALTERED, DOCUMENT, name, "", note.rstrip(".")))
        self.report.notes += [f"{name}: {note}" for note in notes_on_left_out(extracted.left_out)]

    def _write(self, path: Path, document: Document, now: str) -> None:
        """Write the article and its sidecar, each noted before it is written. Raises SaveError."""
        text, sidecar = document.article.text.encode(), sidecar_path(path)
        self._back.begin(path, None)
        make_folder_of(path)
        write_atomically(path, text)
        self._back.end(text)
        self._back.begin_text(path.parent, document.article.sha256)
        self._back.begin(sidecar, None)
        self._back.end(Saver(sidecar, strict=True).save(document, None, now))

    def _clear(self, folder: Path) -> None:
        """Clear what an import that was killed left in the folder, and say so, once for each folder."""
        if folder not in self._cleared:
            self._cleared.add(folder)
            self.report.notes += leftovers_cleared(folder)

    def _place(self, taken: Taken) -> Path | None:
        """Return a free path; None where a file of one of the possible names has this text already."""
        folder = self._folder or taken.source.parent
        stem, alone = safe_name(taken.extracted.name), taken.alone
        while True:
            nth = self._numbers[folder / stem] + 1
            if nth == 2 and alone:
                stem, nth, alone = safe_name(taken.source.stem), 1, False
            path = folder / (f"{stem} {nth}.txt" if nth > 1 else f"{stem}.txt")
            if not self._names.has_stem(path):
                self._names.take(path)
                return path
            if _holds(self._names.article(path) or path, taken.extracted.text):
                return None
            self._numbers[folder / stem] = nth

    def _document(self, path: Path, taken: Taken, now: str) -> Document:
        extracted = taken.extracted
        article = Article.of(path.name, extracted.text)
        origin: dict[str, Value] = {"file": taken.source.name, "sha256": taken.sha256}
        about: dict[str, Value] = {"origin": origin | ({"made_by": extracted.made_by} if extracted.made_by else {})}
        if known := {key: value for key, value in extracted.about.items() if value}:
            about["attributes"] = dict(known)
        if extracted.times:
            about[TIMES] = [*extracted.times]
        if extracted.corrections:
            about["corrections"] = corrections_of(extracted)
        empty = Document(article, scheme=self._scheme.id, article_extra=about)
        marks = Marks(extracted, self._scheme, now)
        marked = empty.with_items(Annotation, MappingProxyType(marks.annotations))
        return marked.with_items(Evidence, MappingProxyType(marks.evidence))


def _named(texts: list[Taken]) -> Iterator[tuple[Taken, str]]:
    """Yield the texts of a file with what they are called while they are written, a single one marked as alone."""
    if len(texts) == 1:
        yield replace(texts[0], alone=True), texts[0].extracted.name
        return
    for place, taken in enumerate(texts, 1):
        where = {"number": number(place), "count": number(len(texts))}
        yield taken, _("{name} ({number} of {count})").format(name=taken.extracted.name, **where)


def _holds(path: Path, text: str) -> bool:
    try:
        return is_there(path) and read_article(path).article.text == text
    except ArticleError:
        return False
