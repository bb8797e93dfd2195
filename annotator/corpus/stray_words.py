"""What is said of a sidecar whose article is not where it says, and what can be done."""

from __future__ import annotations

from pathlib import Path

from annotator.anchoring.places import VERDICTS
from annotator.corpus.adoption import Taken
from annotator.corpus.likely_articles import Likely
from annotator.corpus.strays import Stray
from annotator.storage.files.file_error import told


def about_taken(taken: Taken, *, to_do: bool) -> str:
    """Say to what the sidecar was renamed, or is to be, and why."""
    stray, article = taken.stray, taken.article
    target, why = stray.target(article), f"after {_named(stray, article)}{_same_text(stray, article)}"
    done = "is to be" if to_do else "was"
    if target == stray.sidecar:
        return f"Its “file:” {done} put right, {why}."
    return f"It {done} renamed to {_named(stray, target)}, {why}."


def about_sure(stray: Stray, article: Path) -> str:
    """Say of a sidecar that is sure to be of the article what “annotator adopt” would do with it."""
    named, target = told(stray.named.file), stray.target(article)
    if target == stray.sidecar:
        return f"It names {named}, but has the text of {_named(stray, article)}. “annotator adopt” puts that right."
    what = f"“annotator adopt” renames it to {_named(stray, target)}"
    return f"Its article {named} is not there, but {_named(stray, article)} has its text. {what}."


def about_stray(stray: Stray) -> str:
    """Say which articles the sidecar may be of, and how to choose."""
    missing = f"Its article {told(stray.named.file)} is not there"
    choose = "Choose with “annotator adopt SIDECAR --to ARTICLE”, or in the window."
    if len(stray.same) > 1:
        names = " and ".join(_named(stray, path) for path in stray.same)
        return f"{missing}, and {names} have its text. {choose}"
    if stray.same:
        return f"{missing}, and more than one sidecar is of {_named(stray, stray.same[0])}. {choose}"
    if stray.likely:
        found = "; ".join(f"{_named(stray, item.article)} ({verdicts(item)})" for item in stray.likely)
        return f"{missing}. With another text it may be {found}. {choose}"
    return f"{missing}, and no article here has its text. Put the article back."


def verdicts(likely: Likely) -> str:
    """Say how many annotations would have which verdict."""
    said = ", ".join(f"{likely.counts[verdict]} {verdict}" for verdict in VERDICTS if likely.counts[verdict])
    return said or "nothing annotated"


def _same_text(stray: Stray, article: Path) -> str:
    return ", which has the same text" if article in stray.same else ", as was chosen"


def _named(stray: Stray, path: Path) -> str:
    """Give the name of a file beside the sidecar, and the path of one elsewhere."""
    return told(path.name if path.parent == stray.sidecar.parent else str(path))
