"""Everything that hangs on words of a draft as remarks: a note, with a line for each, and the sources it names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from annotator.interop.articles.extracted import ALL_LINKS, NO_LINKS, Remark, Source
from annotator.interop.articles.inline.inlay import Correction, Inlay
from annotator.interop.articles.margin.comment_lines import comment_lines, signature
from annotator.interop.articles.margin.margin import Comment, Margin
from annotator.interop.articles.margin.moved import with_moves
from annotator.interop.articles.margin.places import Place, WordsBefore, places_of
from annotator.interop.articles.margin.sources import is_web, links_in, sources_of_note
from annotator.interop.articles.margin.threads import threads
from annotator.interop.articles.margin.wordings import wording_in
from annotator.model.span import Span

FEW_LINKS, WORDS_PER_LINK = 10, 60
"""A draft is full of links with more than that many of them and less than that many words for each."""


@dataclass(frozen=True, slots=True)
class Hung:
    """Remarks of a draft, and the comments and links of which there are none; ``inlay`` has the corrections.

    ``placed`` and ``beside`` are the comments on their words, and those on words that are not in the text. ``counts``
    counts the “replies”, “resolved” threads, “notes”, “links”, “links in comments” and “pieces” that came in.
    ``homeless`` are links on words that are not in the text, ``no_pages`` those that lead to no page of the web, and
    ``crowded`` and ``unwanted`` count those that are left out since they are many, or by choice.
    """

    remarks: tuple[Remark, ...]
    inlay: Inlay
    placed: tuple[Comment, ...]
    beside: tuple[Comment, ...]
    lost: tuple[Comment, ...]
    counts: Counter[str]
    homeless: tuple[str, ...] = ()
    no_pages: tuple[str, ...] = ()
    crowded: int = 0
    unwanted: int = 0

    @property
    def links(self) -> int:
        """Number of links that came in or could do so."""
        return self.counts["links"] + self.crowded + self.unwanted


def hung_on(text: str, inlay: Inlay, margin: Margin, links: str = "") -> Hung:
    """Return what hangs on the words of the text; ``links`` is as in Wishes. Those on the same words are one remark."""
    return _Hanging(text, inlay, margin).hung(links)


class _Hanging:
    """Collect lines of notes and sources by their words."""

    def __init__(self, text: str, inlay: Inlay, margin: Margin) -> None:
        self._text, self._inlay, self._margin = text, inlay, margin
        self._places = places_of(inlay, text, margin.beside)
        self._lines: dict[Span, list[str]] = defaultdict(list)
        self._sources: dict[Span, dict[Source, None]] = defaultdict(dict)
        self._wordings: dict[Span, tuple[str, str]] = {}
        self._counts: Counter[str] = Counter()
        self._placed: list[Comment] = []
        self._beside: list[Comment] = []
        self._lost: list[Comment] = []

    def hung(self, links: str) -> Hung:
        self._hang_comments()
        self._hang_notes()
        found, homeless, no_pages = self._linked()
        is_full = len(found) > FEW_LINKS and len(found) * WORDS_PER_LINK > len(self._text.split())
        is_out = links == NO_LINKS or (is_full and links != ALL_LINKS)
        for span, target in () if is_out else found:
            self._hang(span, [target], [Source(link=target)])
        self._counts["links"] = 0 if is_out else len(found)
        return Hung(
            tuple(map(self._remark, sorted(self._lines))),
            replace(self._inlay, corrections=self._corrections()),
            tuple(self._placed),
            tuple(self._beside),
            (*self._margin.lost, *self._lost),
            self._counts,
            homeless,
            no_pages,
            crowded=len(found) if is_out and links != NO_LINKS else 0,
            unwanted=len(found) if links == NO_LINKS else 0,
        )

    def _remark(self, span: Span) -> Remark:
        return Remark(span, "\n".join(self._lines[span]), tuple(self._sources[span]), self._wordings.get(span))

    def _corrections(self) -> tuple[Correction, ...]:
        return self._margin.signed(with_moves(self._inlay.corrections, self._text))

    def _hang(self, span: Span, lines: list[str], sources: list[Source]) -> None:
        self._lines[span] += lines
        self._sources[span] |= dict.fromkeys(sources)

    def _hang_comments(self) -> None:
        comments = self._without_copies()
        for root, members in threads(comments).items():
            place = next((self._places[number] for number in members if number in self._places), None)
            said = [comments[number] for number in members]
            span = place.words(self._text) if place else None
            if place is None or span is None:
                self._lost += said
                continue
            if wording := wording_in(comments[root].text, span.of(self._text)):
                self._wordings.setdefault(span, wording)
            (self._beside if place.is_beside else self._placed).extend(said)
            sources = [*_named_by(said)]
            self._hang(span, comment_lines(said), sources)
            self._counts["replies"] += len(said) - 1
            self._counts["resolved"] += comments[root].is_resolved
            pieces = sum(len(comment.sources) for comment in said)
            self._counts["pieces"] += pieces
            self._counts["links in comments"] += len(sources) - pieces

    def _without_copies(self) -> dict[int, Comment]:
        """Return the comments without those on words moved away of which the same is on its words."""
        comments = self._margin.comments
        there = {number for number in comments if number in self._places and not self._places[number].is_beside}
        known = {comments[number] for number in there if comments[number].key}
        return {number: one for number, one in comments.items() if number in there or one not in known}

    def _hang_notes(self) -> None:
        before, notes = WordsBefore(self._text), self._margin.notes
        marked = sorted((place.start, place.end, number) for number, place in self._places.items() if number in notes)
        for _start, _end, number in marked:
            place, note = self._places[number], notes[number]
            span = before.before(place) or place.words(self._text)
            if span and (sources := sources_of_note(note)):
                self._hang(span, [f"{note.mark} {note.text}".strip()], [*sources])
                self._counts["notes"] += 1

    def _linked(self) -> tuple[list[tuple[Span, str]], tuple[str, ...], tuple[str, ...]]:
        """Return the links with their words, those without words in the text, and those to no page of the web.

        Links that went with moved words have words where these stand now.
        """
        homeless: list[str] = []
        no_pages: list[str] = []
        found: list[tuple[Span, str]] = []
        for number, target in self._margin.links.items():
            place = self._places.get(number)
            if not is_web(target):
                no_pages.append(target)
            elif place is None or not (span := _words_between(place, self._text)):
                homeless.append(target)
            else:
                found.append((span, target))
        there = {target for _span, target in found}
        lost = tuple(target for target in homeless if target not in there)
        return [*_joined(sorted(found), self._text)], lost, tuple(dict.fromkeys(no_pages))


def _words_between(place: Place, text: str) -> Span | None:
    return place.words(text) if not place.is_beside and text[place.start : place.end].strip() else None


def _joined(found: list[tuple[Span, str]], text: str) -> Iterator[tuple[Span, str]]:
    """Yield the links; pieces of one link that follow each other, as programs divide it by its looks, are one."""
    for number, (span, target) in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        if following and following[1] == target and not text[span.end : following[0].start].strip(" \u00a0"):
            found[number + 1] = (Span(span.start, max(span.end, following[0].end)), target)
        else:
            yield span, target


def _named_by(comments: list[Comment]) -> Iterator[Source]:
    for comment in comments:
        yield from comment.sources
        known = {link for source in comment.sources for link in (source.link, source.archived)}
        for link in (link for link in links_in(comment.text) if link not in known):
            yield replace(Source(link=link), note=signature(comment))
