"""Annotators' names from foreign files, which may be anything: the name becomes part of a file's name."""

from __future__ import annotations

from annotator.storage.sidecars.sidecar_files import LONGEST_NAME, NOT_IN_NAMES, is_annotator_name


def usable_annotator(name: str) -> str:
    """Return the name as it can be that of an annotator here; empty where nothing of it can."""
    if not name or is_annotator_name(name):
        return name
    plain = "".join("-" if sign in NOT_IN_NAMES or not sign.isprintable() else sign for sign in name)
    usable = plain[:LONGEST_NAME].strip(" -")
    if not usable:
        return ""
    return usable if is_annotator_name(usable) else f"{usable[: LONGEST_NAME - 1]}-"
