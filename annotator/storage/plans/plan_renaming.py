"""Articles of a plan that have another name or place now."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from annotator.model.plan import Plan
from annotator.storage.files.file_bytes import is_there
from annotator.storage.files.file_error import FileError
from annotator.storage.plans.plan_reading import plan_of
from annotator.storage.plans.plan_writing import change_plan


def rename_in_plan(old: Path, new: Path) -> None:
    """Let the plan of the nearest folder that assigns the article ``old`` assign ``new`` in its place.

    Nothing is done while there is an article ``old``, nor where ``new`` is not in that folder. A plan that cannot be
    read or written stays as it is; ``check`` says so.
    """
    old, new = old.absolute(), new.absolute()
    if is_there(old):
        return
    for folder in old.parents:
        with suppress(FileError):
            read = plan_of(folder)
            before = old.relative_to(folder).as_posix()
            if read and before in read.lines:
                if new.is_relative_to(folder):
                    _rename(folder, before, new.relative_to(folder).as_posix())
                return


def _rename(folder: Path, old: str, new: str) -> None:
    def change(plan: Plan | None) -> Plan:
        return (plan or Plan(())).renamed(old, new)

    change_plan(folder, change)
