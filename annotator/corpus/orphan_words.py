"""Sentences on orphans: the article that is missing, and the ways to go on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.anchoring import places
from annotator.anchoring.places import VERDICTS
from annotator.corpus.adoption import Taken
from annotator.corpus.likely_articles import Likely
from annotator.corpus.orphans import Orphan
from annotator.storage.files.file_error import told
from annotator.storage.saving.adopting import Adopted
from annotator.translation.messages import _, listed, ngettext, number


def about_taken(taken: Taken, *, to_do: bool) -> str:
    """Say to what the sidecar was renamed, or is to be, and why."""
    orphan, article = taken.orphan, taken.article
    target, why = orphan.target(article), f"after {_named(orphan, article)}{_same_text(orphan, article)}"
    done = "is to be" if to_do else "was"
    if target == orphan.sidecar:
        return f"Its “file:” {done} put right, {why}."
    return f"It {done} renamed to {_named(orphan, target)}, {why}."


def about_sure(orphan: Orphan, article: Path) -> str:
    """Say of a sidecar that is sure to be of the article what “annotator adopt” would do with it."""
    named, target = told(orphan.named.file), orphan.target(article)
    if target == orphan.sidecar:
        return f"It names {named}, but has the text of {_named(orphan, article)}. “annotator adopt” puts that right."
    what = f"“annotator adopt” renames it to {_named(orphan, target)}"
    return f"Its article {named} is not there, but {_named(orphan, article)} has its text. {what}."


def about_orphan(orphan: Orphan) -> str:
    """Say which articles the sidecar may be of, and how to choose."""
    missing = f"Its article {told(orphan.named.file)} is not there"
    choose = "Choose with “annotator adopt SIDECAR --to ARTICLE”, or in the window."
    if len(orphan.same) > 1:
        names = " and ".join(_named(orphan, path) for path in orphan.same)
        return f"{missing}, and {names} have its text. {choose}"
    if orphan.same:
        return f"{missing}, and more than one sidecar is of {_named(orphan, orphan.same[0])}. {choose}"
    if orphan.likely:
        found = "; ".join(f"{_named(orphan, item.article)} ({verdicts(item)})" for item in orphan.likely)
        return f"{missing}. With another text it may be {found}. {choose}"
    return f"{missing}, and no article here has its text. Put the article back."


def about_missing(orphan: Orphan) -> str:
    """Say in the window what is wrong with a sidecar without its article, and what can be done."""
    if not orphan.articles:
        said = _("The article {file} is not there. Its annotations are kept; put it back under that name to go on.")
    elif orphan.same:
        said = _(
            "The article {file} is not there. Its annotations are kept; say which article they are of, as more than "
            "one may be meant."
        )
    else:
        said = _(
            "The article {file} is not there. Its annotations are kept; with another text it may be the article that "
            "is named here."
        )
    return said.format(file=told(orphan.named.file))


def about_offer(orphan: Orphan, article: Path) -> str:
    """Say of an article that it may be the one that the sidecar is of."""
    file = told(orphan.named.file)
    if article not in orphan.same:
        likely = next(item for item in orphan.likely if item.article == article)
        said = _("The article {file} is not there. In the text of this one the annotations would be: {verdicts}.")
        return said.format(file=file, verdicts=verdicts(likely))
    others = len(orphan.same) - 1
    if not others:
        return _("The article {file} is not there, and this one has its text.").format(file=file)
    said = ngettext(
        "The article {file} is not there, and this one has its text, as {count} other has too.",
        "The article {file} is not there, and this one has its text, as {count} others have too.",
        others,
    )
    return said.format(file=file, count=number(others))


def about_adopted(adopted: Sequence[Adopted]) -> str:
    """Say which sidecars were renamed after their articles."""
    first, more = adopted[0], len(adopted) - 1
    said = _("{old} was renamed to {new}, after its article.")
    if more:
        said = ngettext(
            "{old} was renamed to {new}, after its article, and {count} more likewise.",
            "{old} was renamed to {new}, after its article, and {count} more likewise.",
            more,
        )
    return said.format(old=told(first.old.name), new=told(first.new.name), count=number(more))


def verdicts(likely: Likely) -> str:
    """Say how many annotations would have which verdict."""
    said = listed(_verdict(verdict, likely.counts[verdict]) for verdict in VERDICTS if likely.counts[verdict])
    return said or _("nothing annotated")


def _verdict(verdict: str, count: int) -> str:
    """Say how many annotations would have the verdict."""
    match verdict:
        case places.SAME:
            said = ngettext("{count} same", "{count} same", count)
        case places.MOVED:
            said = ngettext("{count} moved", "{count} moved", count)
        case places.CHANGED:
            said = ngettext("{count} changed", "{count} changed", count)
        case places.AMBIGUOUS:
            said = ngettext("{count} ambiguous", "{count} ambiguous", count)
        case _other:
            said = ngettext("{count} lost", "{count} lost", count)
    return said.format(count=number(count))


def _same_text(orphan: Orphan, article: Path) -> str:
    return ", which has the same text" if article in orphan.same else ", as was chosen"


def _named(orphan: Orphan, path: Path) -> str:
    """Give the name of a file beside the sidecar, and the path of one elsewhere."""
    return told(path.name if path.parent == orphan.sidecar.parent else str(path))
