"""Description of the environment in sections, with what needs attention and without private data."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import yaml

from annotator import __version__
from annotator.session.article_families import ARABIC, serif_families
from annotator.session.display import why_no_display
from annotator.storage.program.installation import missing_library
from annotator.storage.program.private_paths import without_user
from annotator.storage.program.resources import resource
from annotator.storage.program.settings_folder import error_log_file, settings_folder

PACKAGES = (
    *("PySide6-Essentials", "shiboken6", "PyYAML", "chardet", "msgspec", "platformdirs", "defusedxml"),
    *("rich", "regex", "rapidfuzz", "trafilatura", "lxml", "lxml_html_clean", "python-docx", "pypdfium2"),
)
"""All that the program cannot do without, as the package index calls it."""
INOTIFY = Path("/proc/sys/fs/inotify")
FEWEST = {"max_user_watches": 4096, "max_user_instances": 64}
LEAST_ROOM = 100 * 1024 * 1024
TIMEOUT = 20
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Section:
    """Section of the report: ``rows`` are pairs of name and value, ``attention`` sentences that ask for an action."""

    name: str
    rows: tuple[tuple[str, str], ...]
    attention: tuple[str, ...] = ()


def versions() -> Section:
    """Return the versions of the program, of Python and of all libraries."""
    rows = [("annotator", __version__), ("Python", platform.python_version())]
    rows += [(name, _version(name)) for name in PACKAGES]
    rows += [("libyaml", "yes" if yaml.__with_libyaml__ else "no"), ("platform", platform.platform())]
    rows += [("encoding of file names", sys.getfilesystemencoding())]
    attention = [missing_library(name, path_words=without_user) for name, found in rows if found == MISSING]
    if not yaml.__with_libyaml__:
        attention.append("PyYAML has no libyaml, so large files open slowly: install a PyYAML wheel for this platform.")
    return Section("versions", tuple(rows), tuple(attention))


def places() -> Section:
    """Return the paths of the settings, the log and the program's resources."""
    there = resource("icons").is_dir()
    sentence = "The program’s own files are not there: install Annotator again."
    paths = (("settings", settings_folder()), ("log", error_log_file()), ("resources", resource("icons").parent))
    rows = tuple((name, without_user(path.absolute())) for name, path in paths)
    return Section("paths", rows, () if there else (sentence,))


def display() -> Section:
    """Return whether a window can be opened, and on which kind of display."""
    reason = why_no_display(os.environ, sys.platform)
    name = os.environ.get("DISPLAY", "")
    host = name.partition(":")[0]
    told = reason.replace(name, "in DISPLAY") if host and reason else reason
    sentence = f"{told[:1].upper()}{told[1:]}." if told else ""
    kind = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("XDG_SESSION_TYPE") or "default"
    return Section("display", (("a window can be opened", "no" if told else "yes"), ("kind", kind)), _some(sentence))


def fonts() -> Section:
    """Return the installed ones of the fonts that articles are shown in."""
    wanted = (*serif_families(sys.platform), *ARABIC)
    families = _families()
    if families is None:
        return Section("fonts", (("article", "could not be looked at"),))
    found = [family for family in wanted if family in families]
    serif = set(found) & set(serif_families(sys.platform))
    sentence = (
        f"None of the article’s typefaces is installed: install one of {', '.join(serif_families(sys.platform))}."
    )
    return Section("fonts", (("article", ", ".join(found) or "none"),), () if serif else (sentence,))


def access(folder: Path) -> Section:
    """Return whether files can be written in the settings folder and in ``folder``."""
    places = (("settings folder", _nearest(settings_folder())), ("folder", folder))
    problems = {name: _why_unwritable(path) for name, path in places}
    rows = tuple((name, f"not writable ({problem})" if problem else "writable") for name, problem in problems.items())
    attention = tuple(
        f"Nothing can be written in the {name} ({problem}): change its permissions, or make room on its disk."
        for name, problem in problems.items()
        if problem
    )
    return Section("write access", rows, attention)


def limits() -> Section:
    """Return the system's limits for watching folders and files; without rows on systems that have none."""
    found = {name: _number(INOTIFY / name) for name in FEWEST}
    rows = tuple((f"inotify {name}", str(count)) for name, count in found.items() if count is not None)
    attention = tuple(
        f"The system watches few files for changes: raise it with “sudo sysctl fs.inotify.{name}={16 * FEWEST[name]}”."
        for name, count in found.items()
        if count is not None and count < FEWEST[name]
    )
    return Section("limits", rows, attention)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return MISSING


def _families() -> set[str] | None:
    """Return all installed font families; None if they cannot be listed."""
    command = ["fc-list", ":", "family"] if shutil.which("fc-list") else _qt_command()
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return {name.strip() for name in done.stdout.decode("utf-8", "replace").replace("\n", ",").split(",")}


def _qt_command() -> list[str]:
    program = (
        "from PySide6.QtGui import QFontDatabase, QGuiApplication; import sys; a = QGuiApplication([]); "
        "sys.stdout.buffer.write('\\n'.join(QFontDatabase.families()).encode())"
    )
    return [sys.executable, "-c", program]


def _nearest(path: Path) -> Path:
    """Return the folder, or the nearest existing one above it, in which it would be created."""
    return next((folder for folder in (path, *path.absolute().parents) if folder.is_dir()), path)


def _why_unwritable(folder: Path) -> str:
    """Return why no file can be created in the folder; empty if creating a temporary file succeeds."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".annotator-"):
            free = shutil.disk_usage(folder).free
    except OSError as failure:
        return (failure.strerror or "it fails").lower()
    return "" if free >= LEAST_ROOM else "the disk is nearly full"


def _number(path: Path) -> int | None:
    try:
        return int(path.read_text())
    except (OSError, ValueError):
        return None


def _some(sentence: str) -> tuple[str, ...]:
    return (sentence,) if sentence else ()
