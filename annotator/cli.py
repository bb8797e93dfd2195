"""Entry point: run a command or open the window, depending on the arguments."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from annotator import __version__
from annotator.session.display import why_no_display
from annotator.storage.articles.article_names import is_article
from annotator.storage.files.file_bytes import is_folder, is_there
from annotator.storage.files.file_error import shown
from annotator.storage.sidecars.sidecar_names import is_annotator_name

WRONG_USE = 2
INTERRUPTED = 130
COMMANDS = {
    "adopt": "adopt",
    "agreement": "agreement",
    "assign": "review.assign",
    "check": "check",
    "corrections": "review.corrections",
    "disagreements": "review.disagreements",
    "doctor": "doctor",
    "evidence": "evidence",
    "export": "export",
    "figures": "figures",
    "formats": "formats",
    "import": "importing",
    "lists": "lists",
    "names": "names",
    "reanchor": "reanchor",
    "report": "report",
    "scheme": "scheme",
    "stats": "stats",
}
"""Commands and their modules, each with a function ``command``; imported only when they run."""

DESCRIPTION = "Mark the claims, sources and figures of news articles; saved as YAML beside each article."
EPILOG = """\
commands:
  annotator export FORMAT PATH... -o OUT
                        write annotations for another program
  annotator import FORMAT IN... [-o FOLDER]
                        import annotations, or articles from web pages, Word,
                        PDF, mail, tables and so on
  annotator formats [--json]
                        list the formats of both
  annotator stats PATH... [--charts FOLDER] [--jobs N] [--json]
                        count articles, labels, words and what is covered;
                        charts as files
  annotator agreement PATH... [--label L] [--annotators A,B]
                  [--json|--csv|--latex]
                        measure how far annotators agree, with 95 % intervals
  annotator figures PATH... [--csv|--json]
                        print the figures below PATH with what they count, and
                        what does not fit
  annotator names PATH... [--csv|--json]
                        list names, titles and dates with their forms, and what
                        does not fit
  annotator lists PATH... [--queries] [--calls] [--criticism] [--changes]
                  [--open] [--all] [--csv|--json]
                        list queries to the author, sources to call, criticism
                        without an answer, proposed changes, and open facts
  annotator check PATH... [--jobs N] [--json]
                        print what is wrong with the sidecars below PATH;
                        "annotator check --help" tells more
  annotator evidence PATH... [--csv|--json]
                        list the evidence of claims, and which of its files is
                        missing or altered
  annotator report PATH -o OUT [--as FORM]
                        hand over checked articles, as web pages and so on
  annotator reanchor PATH... [--apply] [--json]
                        find the places of annotations again where their article
                        has changed; writes nothing without --apply
  annotator adopt PATH... [--dry-run] [--json]
                        rename sidecars after articles that were renamed or moved
  annotator assign PATH --annotators A,B,… [--double 20%] [--seed N]
                  [--blind|--open] [--round N] [--dry-run] [--json]
                        plan who annotates which article
  annotator corrections PATH... --annotator NAME [--json]
                        list what was decided otherwise than NAME had it
  annotator disagreements PATH... -o OUT.html [--names] [--replace]
                        write a page of where annotators differ, by label
  annotator scheme list [--json]
  annotator scheme new PATH [--from NAME|FILE] [--json]
                        write the scheme of a folder: a ready one, or one made from
                        a configuration of another program
  annotator scheme rename|merge|split|remove … PATH [--dry-run] [--json]
                        change the scheme of a folder with all its sidecars;
                        "annotator scheme undo PATH" takes it back
  annotator doctor [PATH] [--json]
                        print what a bug report needs, and what needs attention

A folder or file that is called like a command is opened with "./" before it.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv``, or else ``sys.argv``; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _never_fail_to_print()
    try:
        return _command(*arguments) if arguments and arguments[0] in COMMANDS else _window(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _command(name: str, *arguments: str) -> int:
    with _ended_in_order():
        code: int = import_module(f"annotator.commands.{COMMANDS[name]}").command(arguments)
    return code


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end a command as Ctrl+C does, so that what is half done is taken back."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    own = [number for number in numbers if signal.getsignal(number) is signal.SIG_DFL]  # none that is ignored outside
    for number in own:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in own:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one would break into the taking back
    raise SystemExit(128 + number)


def _window(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="annotator",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "path", metavar="PATH", type=Path, nargs="?", help="the folder or the article to open, or the file to import"
    )
    parser.add_argument("--annotator", metavar="NAME", help="whose annotations to open and save")
    parser.add_argument("--version", action="version", version=f"annotator {__version__}")
    options = parser.parse_args(arguments)
    if sentence := _unfit(options.path, options.annotator):
        print(f"annotator: {sentence}", file=sys.stderr)
        return WRONG_USE
    if reason := why_no_display(os.environ, sys.platform):
        print(f"annotator: {reason}", file=sys.stderr)
        return WRONG_USE
    return _opened(options.path, options.annotator)


def _opened(path: Path | None, annotator: str | None) -> int:
    gc.disable()  # almost no object becomes garbage before the window is shown; collecting is 1/20 of the start
    try:
        from annotator.ui.system.plain_imports import use_plain_imports  # commands must run without Qt

        use_plain_imports()
        from annotator.app import run_window
    except ImportError as error:
        print(f"annotator: no window can be opened: Qt cannot be loaded ({error})", file=sys.stderr)
        return WRONG_USE
    finally:
        gc.enable()
    return run_window(path, annotator)


def _unfit(path: Path | None, annotator: str | None) -> str:
    if annotator is not None and not is_annotator_name(annotator):
        return f"{shown(annotator)}: An annotator's name needs 1 to 60 characters without dots, slashes and the like."
    if path is None:
        return ""
    if not is_there(path):
        return f"{shown(str(path))}: There is no such file or folder."
    if is_folder(path) or is_article(path) or _is_importable(path):
        return ""
    return f"{shown(str(path))}: It is neither a folder nor an article, nor a file that articles are imported from."


def _is_importable(path: Path) -> bool:
    from annotator.session.importing.importable import is_importable  # here: an article is opened without it

    return is_importable(path)


def _never_fail_to_print() -> None:
    """Print characters that the terminal's encoding lacks as escapes instead of raising UnicodeEncodeError."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            with suppress(OSError):  # it asks the stream where it stands
                stream.reconfigure(errors="backslashreplace")
