"""Sentences on what hangs on the words of a draft: what came in and how, and what did not, with its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from annotator.interop.articles.day import day_of
from annotator.interop.articles.margin.comment_lines import signature
from annotator.interop.articles.margin.margin import Comment, Margin
from annotator.interop.articles.margin.remarks import Hung
from annotator.language.plain_line import shortened
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _, listed, ngettext, number

MOST_WRITERS, LONGEST_NAME = 5, 60
MOST_TOLD, LONGEST_TOLD, MOST_LINKS_TOLD = 20, 160, 3


class Signed(Protocol):
    """Anything with a writer and a time."""

    @property
    def writer(self) -> str: ...

    @property
    def time(self) -> str: ...


def kept_sentences(hung: Hung, margin: Margin) -> tuple[str, ...]:
    """Return the sentences on what came in; nothing of the article is lost by it."""
    return (
        *_on_words(hung.placed),
        *_beside_words(len(hung.beside)),
        *_threads(hung),
        *_evidence(hung),
        *_tracked(margin, hung),
    )


def lost_sentences(hung: Hung) -> tuple[str, ...]:
    """Return the sentences on what did not come in, with the words of comments and the targets of links."""
    return (*_without_place(hung.lost), *_left_links(hung))


def _beside_words(count: int) -> tuple[str, ...]:
    message = ngettext(
        "{count} comment is about words that are not in the text, as deleted ones, so it is a note beside them.",
        "{count} comments are about words that are not in the text, as deleted ones, so they are notes beside them.",
        count,
    )
    return (message.format(count=number(count)),) if count else ()


def _on_words(comments: Sequence[Comment]) -> tuple[str, ...]:
    """Return the sentence on comments that are on the words that they are about."""
    count, names = len(comments), writers(comments)
    message = (
        ngettext(
            "{count} comment by {names} came in as a note on the words that it is about.",
            "{count} comments by {names} came in as notes on the words that they are about.",
            count,
        )
        if names
        else ngettext(
            "{count} comment came in as a note on the words that it is about.",
            "{count} comments came in as notes on the words that they are about.",
            count,
        )
    )
    return (message.format(count=number(count), names=names),) if count else ()


def _threads(hung: Hung) -> Iterator[str]:
    if count := hung.counts["replies"]:
        message = ngettext(
            "{count} comment is a reply and stands below the one that it answers.",
            "{count} comments are replies and stand below those that they answer.",
            count,
        )
        yield message.format(count=number(count))
    if count := hung.counts["resolved"]:
        message = ngettext(
            "{count} comment is resolved, and its note says so.",
            "{count} comments are resolved, and their notes say so.",
            count,
        )
        yield message.format(count=number(count))


def _evidence(hung: Hung) -> Iterator[str]:
    if count := hung.counts["notes"]:
        message = ngettext(
            "{count} footnote or endnote names a source, which came in as evidence for the words before its mark.",
            "{count} footnotes and endnotes name sources, which came in as evidence for the words before their marks.",
            count,
        )
        yield message.format(count=number(count))
    yield from _links(hung)
    if count := hung.counts["pieces"]:
        message = ngettext(
            "{count} piece of evidence of a hand-over came in whole for the words that its comment is about.",
            "{count} pieces of evidence of a hand-over came in whole for the words that their comments are about.",
            count,
        )
        yield message.format(count=number(count))


def _links(hung: Hung) -> Iterator[str]:
    if count := hung.counts["links"]:
        message = ngettext(
            "{count} link came in as evidence for the words that it is on.",
            "{count} links came in as evidence for the words that they are on.",
            count,
        )
        yield message.format(count=number(count))
    if count := hung.counts["links in comments"]:
        message = ngettext(
            "{count} link in a comment came in as evidence for the words that the comment is about.",
            "{count} links in comments came in as evidence for the words that the comments are about.",
            count,
        )
        yield message.format(count=number(count))
    if count := hung.unwanted:
        message = ngettext("{count} link was left out, by choice.", "{count} links were left out, by choice.", count)
        yield message.format(count=number(count))


def _tracked(margin: Margin, hung: Hung) -> Iterator[str]:
    used = {change for one in hung.inlay.corrections for change in one.changes}
    names = writers(change for change, one in margin.changes.items() if one in used)
    if names:
        yield _("The tracked changes are by {names}.").format(names=names)


def _without_place(comments: Sequence[Comment]) -> Iterator[str]:
    message = _("A comment has no place in the text and was left out: “{words}”.")
    for comment in comments[:MOST_TOLD]:
        words = ": ".join(filter(None, (signature(comment), comment.text)))
        yield message.format(words=shown(shortened(words, LONGEST_TOLD)))
    if (more := len(comments) - MOST_TOLD) > 0:
        message = ngettext(
            "{count} more comment has no place in the text and was left out.",
            "{count} more comments have no place in the text and were left out.",
            more,
        )
        yield message.format(count=number(more))


def _left_links(hung: Hung) -> Iterator[str]:
    if count := hung.crowded:
        message = ngettext(
            "{count} link was left out, since the text is full of links. All can be brought in by choice.",
            "{count} links were left out, since the text is full of links. All can be brought in by choice.",
            count,
        )
        yield message.format(count=number(count))
    if count := len(hung.homeless):
        message = ngettext(
            "{count} link is on words that are not in the text and was left out: {links}.",
            "{count} links are on words that are not in the text and were left out: {links}.",
            count,
        )
        yield message.format(count=number(count), links=_shown(hung.homeless))
    if count := len(hung.no_pages):
        message = ngettext(
            "{count} link leads to no page of the web and was left out: {links}.",
            "{count} links lead to no page of the web and were left out: {links}.",
            count,
        )
        yield message.format(count=number(count), links=_shown(hung.no_pages))


def _shown(links: Sequence[str]) -> str:
    words = [shown(shortened(link, LONGEST_TOLD)) for link in links[:MOST_LINKS_TOLD]]
    return listed([*words, "…"] if len(links) > MOST_LINKS_TOLD else words)


def writers(signed: Iterable[Signed]) -> str:
    """Return “Ana Ruiz (2024-05-01 – 2024-05-03), Sam”, in the order of their first entries; empty for no names."""
    days: dict[str, set[str]] = defaultdict(set)
    for one in signed:
        if name := shortened(one.writer, LONGEST_NAME):
            days[name].add(day_of(one.time))
    found = [_with_days(name, sorted(those - {""})) for name, those in days.items()]
    return listed([*found[:MOST_WRITERS], "…"] if len(found) > MOST_WRITERS else found)


def _with_days(name: str, days: Sequence[str]) -> str:
    if not days:
        return name
    return f"{name} ({days[0]})" if len(days) == 1 else f"{name} ({days[0]} – {days[-1]})"
