"""Writing of a folder's plan, ``.annotator/plan.yaml``: the same plan gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from annotator.model.annotation import Value
from annotator.model.plan import Plan, Round
from annotator.storage.files.file_error import SaveError
from annotator.storage.files.folder_lock import folder_lock
from annotator.storage.files.hidden_folder import put
from annotator.storage.plans.plan_reading import FORMAT, VERSION, plan_of, plan_place
from annotator.storage.yaml.yaml_writing import entries, entry

RENAME = "Rename the article: no plan can have its name."


def change_plan(folder: Path, change: Callable[[Plan | None], Plan]) -> Plan:
    """Write what ``change`` makes of the folder's plan, and return it; nothing is written where it is the same.

    Hold the folder lock from reading to replacing. Raises PlanError where the present plan cannot be read, SaveError
    where the new one cannot be written, and what ``change`` raises.
    """
    with folder_lock(folder):
        read = plan_of(folder)
        before = read.plan if read else None
        after = change(before)
        if after != before:
            put(plan_place(folder), _bytes_of(after, folder))
    return after


def _bytes_of(plan: Plan, folder: Path) -> bytes:
    try:
        return plan_bytes(plan)
    except UnicodeEncodeError as error:
        raise SaveError.at(plan_place(folder).path, f"The name of an article is not Unicode. {RENAME}") from error


def plan_bytes(plan: Plan) -> bytes:
    """Return the plan as YAML. Raises UnicodeEncodeError where the name of an article is not Unicode."""
    text = entry("format", FORMAT) + entry("version", VERSION)
    text += entry("annotators", [*plan.annotators]) + entry("reviewers", [*plan.reviewers])
    text += entry("blind", plan.blind) + entries(plan.extra)
    return (text + entry("rounds", [_values(one) for one in plan.rounds])).encode()


def _values(one: Round) -> Value:
    articles: dict[str, Value] = {file: [*annotators] for file, annotators in one.articles.items()}
    return {**one.extra, "round": one.number, "double": one.double, "seed": one.seed, "articles": articles}
