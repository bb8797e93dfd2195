"""Numbers with what they count, as several parts of the window show them."""

from __future__ import annotations

from annotator.translation.messages import _, ngettext, number


def open_comments(comments: int) -> str:
    """Return the number of open comments in words: “2 open comments”."""
    return ngettext("{count} open comment", "{count} open comments", comments).format(count=number(comments))


def counted_annotations(count: int) -> str:
    """Return the number of annotations: “1 annotation”, “1,234 annotations”."""
    return ngettext("{count} annotation", "{count} annotations", count).format(count=number(count))


def counted_documents(count: int) -> str:
    """Return the number of documents: “1 document”, “1,234 documents”."""
    return ngettext("{count} document", "{count} documents", count).format(count=number(count))


def counted_relations(count: int) -> str:
    """Return the number of relations: “1 relation”, “1,234 relations”."""
    return ngettext("{count} relation", "{count} relations", count).format(count=number(count))


def counted_label(count: int, name: str) -> str:
    """Return the number of annotations with the label of that name: “1 claim”, “12 claims”."""
    # Translators: label is a name from the scheme, as its author wrote it; “{label}: {count}” is right as well.
    return ngettext("{count} {label}", "{count} {label}s", count).format(count=number(count), label=name)


def selected_words(count: int) -> str:
    """Return how many rows or annotations are selected: “4 selected”."""
    return ngettext("{count} selected", "{count} selected", count).format(count=number(count))


def of_total(count: int, total: int) -> str:
    """Return a number with that of all: “3 of 14”, which is a place in an order or a part of a whole."""
    return _("{number} of {total}").format(number=number(count), total=number(total))


def done_of(done: int, articles: int) -> str:
    """Return how many of the articles are done: “3 of 14 done”."""
    return _("{finished} of {articles} done").format(finished=number(done), articles=number(articles))
