"""Everything that the program writes, each as one operation, by its public functions and commands."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.interop.incoming.new_labels import labels_made
from annotator.session.background.jobs import Jobs
from annotator.session.preferences.settings_store import SettingsStore
from annotator.storage.saving.adopting import adopt
from annotator.storage.saving.history import keep
from annotator.storage.saving.kept_texts import keep_text
from annotator.storage.saving.leftovers import clear_leftovers
from annotator.storage.saving.saver import Saver
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from annotator.storage.sidecars.sidecar_files import SidecarWriter
from tests.support.failing.operation import Attempt, Operation, run_command
from tests.support.failing.prepared_folders import (
    AT,
    TOWN,
    document,
    exported_before,
    new_article,
    renamed,
    to_import,
    two_articles,
    with_history,
    with_settings,
    with_table,
)


def _saving(root: Path) -> Attempt:
    sidecar = root / "articles" / "town.annotations.yaml"
    saver, held = Saver(sidecar), sidecar.read_bytes() if sidecar.exists() else None

    def attempt(number: int) -> str:
        nonlocal held
        held = saver.save(document(TOWN, f"new {number}"), held, AT)
        return str(saver.unkept) if saver.unkept else ""

    return attempt


def _history(root: Path) -> Attempt:
    sidecar = root / "articles" / "town.annotations.yaml"
    data = SidecarWriter().data(document(TOWN, "kept"))
    return lambda _number: keep(sidecar, data, AT) or ""


def _texts(root: Path) -> Attempt:
    return lambda _number: keep_text(root / "articles", TOWN) or ""


class _AtOnce(Executor):
    """Does what it is asked to do while it is asked."""

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*arguments, **options))
        except Exception as error:  # noqa: BLE001 # as every executor
            future.set_exception(error)
        return future


def _settings(root: Path) -> Attempt:
    def attempt(number: int) -> str:
        store, told = stores[0], list[str]()
        store.failed.connect(told.append)
        store.update(zoom=100 + 10 * number)
        store.close()
        return " ".join(told)

    stores = [SettingsStore(root / "config" / "settings.json", Jobs(_AtOnce()))]
    return attempt


def _scheme(root: Path) -> Attempt:
    def attempt(number: int) -> str:
        made = labels_made(root / "articles", built_in_scheme(), [document(TOWN, "", "rumour")])
        return "" if made.scheme or number > 1 else " ".join(map(str, made.problems))

    return attempt


def _importing(root: Path) -> Attempt:
    arguments = ("import", "jsonl", root / "in.jsonl", "-o", root / "articles", "--replace")
    return lambda _number: run_command(*arguments)


def _importing_articles(root: Path) -> Attempt:
    return lambda _number: run_command("import", "articles", root / "in", "-o", root / "articles")


def _adopting(root: Path) -> Attempt:
    sidecar, article = root / "articles" / "town.annotations.yaml", root / "articles" / "city.txt"

    def attempt(number: int) -> str:
        if number == 1 or sidecar.exists():
            adopt(sidecar, article, SidecarWriter().data(document(TOWN, "old")))
        return ""

    return attempt


def _exporting(format: str, out: str) -> Callable[[Path], Attempt]:
    def start(root: Path) -> Attempt:
        arguments = ("export", format, root / "articles", "-o", root / out)
        return lambda _number: run_command(*arguments, "--replace")

    return start


def _clear(root: Path) -> None:
    clear_leftovers(root / "articles")


def _clear_by(format: str, out: str) -> Callable[[Path], object]:
    return lambda root: _exporting(format, out)(root)(1)


SAVE = Operation("save", two_articles, _saving, _clear, syncs=True)
OPERATIONS = (
    SAVE,
    replace(SAVE, name="first save", prepare=new_article),
    Operation("history", with_history, _history, _clear),
    Operation("kept text", two_articles, _texts, _clear),
    Operation("settings", with_settings, _settings, lambda root: _settings(root)(9)),
    Operation("scheme", two_articles, _scheme, _clear),
    Operation("import", to_import, _importing, _clear),
    Operation("import articles", with_table, _importing_articles, _clear),
    Operation("adopt", renamed, _adopting, _clear),
    Operation("export", two_articles, _exporting("jsonl", "out.jsonl"), _clear_by("jsonl", "out.jsonl"), partial=True),
    Operation(
        "export --replace",
        exported_before,
        _exporting("jsonl", "out.jsonl"),
        _clear_by("jsonl", "out.jsonl"),
        partial=True,
    ),
    Operation("export folder", two_articles, _exporting("brat", "out"), _clear_by("brat", "out"), partial=True),
    Operation(
        "export folder --replace", exported_before, _exporting("brat", "out"), _clear_by("brat", "out"), partial=True
    ),
)
