"""Wishes about reading: the sentence at the caret is read, or not; go on to the next unread one."""

from __future__ import annotations

from collections.abc import Iterator, Set
from concurrent.futures import Future
from functools import partial
from itertools import zip_longest
from operator import itemgetter

from PySide6.QtCore import QObject, Signal

from annotator.language.article_language import article_language
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.reading import altered_reading, mark_read, mark_unread
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.editing.desk.sentence_search import SentenceSearch
from annotator.session.editing.desk.sentence_states import READ, UNREAD, SentenceStates, labels_beside
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number

MANY, ONE_IN = 1000, 10
"""Number of places from which on, in a change of one in ten annotations, all sentences are looked at: it is faster."""

AT_ONCE = 40_000
"""Longest text, in code points, whose sentences are found before the next frame."""


class Reading(QObject):
    """Sentences of the open article with their states. ``changed``: the spans of those whose state is another.

    It gives None if the sentences may be others, or all their states. The sentences of a long article are looked for
    after it is painted; ``sentences`` is None until they are found.
    """

    changed = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self.sentences: SentenceStates | None = None
        self._language = ""
        self._search = SentenceSearch(self)
        self._search.found.connect(self._work_states_out)
        session.opened.connect(self._follow_article)
        session.changed.connect(self._follow_change)

    @property
    def read(self) -> int:
        """Number of sentences that are read."""
        return self.sentences.count(READ) if self.sentences else 0

    @property
    def unread(self) -> int:
        """Number of sentences that are neither read nor annotated."""
        return self.sentences.count(UNREAD) if self.sentences else 0

    @property
    def total(self) -> int:
        return len(self.sentences.spans) if self.sentences else 0

    @property
    def here(self) -> int:
        """Number of the sentence at the caret, counted from 0."""
        return self.sentences.at(self._session.caret.position) if self.sentences else 0

    # wishes

    def read_on(self) -> None:
        """Note as one undo step that the sentence at the caret is read, and go on to the next one."""
        found = self._found(writing=True)
        if found is None:
            return
        here = self.here
        session, change = self._session, mark_read(self._session.document, [found.spans[here]])
        session.do(change, _("Mark a sentence as read"), done=self._progress(1 if change else 0))
        if here + 1 < len(found.spans):
            self._go_to(here + 1)
        else:
            session.say(_("That was the last sentence. {progress}").format(progress=self._progress()))

    def take_back(self) -> None:
        """Mark the sentence at the caret, or else the one before it, as unread, and go there."""
        found = self._found(writing=True)
        if found is None:
            return
        here = self.here
        number = here if found.state(here) == READ or not here else here - 1
        change = mark_unread(self._session.document, [found.spans[number]])
        if change:
            self._session.do(change, _("Mark a sentence as unread"), done=_("The sentence is unread again"))
        else:
            self._session.say(_("The sentence is unread already"))
        self._go_to(number)

    def next_unread(self) -> None:
        """Go to the next unread sentence, after the last one to the first; annotated ones on the way count as read."""
        found = self._found()
        if found is None:
            return
        here = self.here
        there = found.next_unread(here)
        wrapped = there is not None and there <= here
        passed = range(len(found.spans)) if there is None else range(here, len(found.spans) if wrapped else there)
        self._session.say("")  # a message of an earlier key must not stay
        self._pass(found.annotated_in(passed))
        if there is None:
            self._session.say(_("No sentence is unread"))
            return
        self._go_to(there)
        if wrapped:
            self._session.say(_("From the beginning again: the only unread sentences are before this place"))

    def go_to_first_unread(self) -> None:
        """Go to the first unread sentence."""
        if self.sentences and (there := self.sentences.next_unread(-1)) is not None:
            self._go_to(there)

    def _pass(self, spans: list[Span]) -> None:
        if spans and self._session.writable:
            count, change = len(spans), mark_read(self._session.document, spans)
            title = ngettext(
                "Mark {count} annotated sentence as read", "Mark {count} annotated sentences as read", count
            )
            self._session.do(change, title.format(count=number(count)), done=self._progress(count))

    def _found(self, *, writing: bool = False) -> SentenceStates | None:
        """Return the sentences if there are any to go through; if not, say why."""
        session = self._session
        if writing and session.current and session.current.read_only:
            session.say(session.current.read_only)
        elif session.current and self.sentences is None:
            session.say(_("The sentences are still being looked for"))
        elif self.sentences and not self.sentences.spans:
            session.say(_("The article has no sentences"))
        elif session.current:
            return self.sentences
        return None

    def _go_to(self, number: int) -> None:
        assert self.sentences is not None
        self._session.move_caret(self.sentences.spans[number].start)
        self._session.reveal_caret()

    def _progress(self, more: int = 0) -> str:
        return progress_words(self.read + more, self.total)

    # the session

    def _follow_article(self) -> None:
        session = self._session
        if session.current is None:
            self._search.stop()
            self.sentences = None
        elif self.sentences and self.sentences.fits(session.document):
            self.sentences.renew(session.document, session.scheme)
        else:
            self._look_for(session.document)
        self.changed.emit(None)

    def _look_for(self, document: Document) -> None:
        self._search.stop()
        self.sentences, self._language = None, article_language(document)
        if len(document.article.text) <= AT_ONCE:
            self.sentences = SentenceStates.of(document, self._session.scheme)
        else:
            self._search.begin(document.article.text, self._language)

    def _work_states_out(self, spans: list[Span]) -> None:
        document = self._session.document
        work = partial(SentenceStates.of, document, self._session.scheme, spans)
        self._jobs.run(work, partial(self._take, document))

    def _take(self, document: Document, future: Future[SentenceStates]) -> None:
        """Take the sentences that were found, unless another article is open by now, or its language is another."""
        found, session = future.result(), self._session
        if session.current is None or not found.fits(session.document):
            return
        if session.document is not document:
            found.renew(session.document, session.scheme)
        self.sentences = found
        self.changed.emit(None)

    def _follow_change(self, change: Change) -> None:
        document = self._session.document
        if article_language(document) != self._language:
            self._look_for(document)
            self.changed.emit(None)
        elif self.sentences and (altered := self._altered(change, self.sentences)):
            self.changed.emit(altered)

    def _altered(self, change: Change, sentences: SentenceStates) -> list[Span]:
        """Update the states after the change; return the sentences whose state is another."""
        document, scheme = self._session.document, self._session.scheme
        many = max(MANY, len(document.annotations) // ONE_IN)
        if abs(len(change.annotations_added) - len(change.annotations_removed)) < many:
            around = [*altered_reading(change), *_altered_marks(change, labels_beside(scheme))]
            if len(around) < many:
                return sentences.follow(around, document.read, self._is_annotated)
        return sentences.renew(document, scheme)

    def _is_annotated(self, sentence: Span) -> bool:
        index, beside = self._session.index, labels_beside(self._session.scheme)
        there = index.in_paragraph(index.paragraph_of(sentence.start))
        return any(item.span.overlaps(sentence) for item in there if item.label not in beside and not item.is_elsewhere)


def _altered_marks(change: Change, beside: Set[str]) -> Iterator[Span]:
    """Yield the words that are annotated after the change and were not so before it, or the other way round.

    Annotations of the labels ``beside`` the text do not count, as in ``SentenceStates``.
    """
    differing = [
        (one, other)
        for one, other in zip_longest(change.annotations_removed, change.annotations_added)
        if one is None
        or other is None
        or one.id != other.id
        or one.span is not other.span
        or one.displaced is not other.displaced
        or (one.label in beside) != (other.label in beside)
    ]
    before, after = (
        {item.id: item.span for item in items if item and item.label not in beside and not item.is_elsewhere}
        for items in (map(itemgetter(0), differing), map(itemgetter(1), differing))
    )
    yield from (span for id, span in before.items() if after.get(id) != span)
    yield from (span for id, span in after.items() if before.get(id) != span)


def progress_words(read: int, total: int) -> str:
    """Return how many sentences are read: “14 of 21 sentences read”."""
    words = ngettext("{read} of {count} sentence read", "{read} of {count} sentences read", total)
    return words.format(read=number(read), count=number(total))
