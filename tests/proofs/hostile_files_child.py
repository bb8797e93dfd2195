"""Reads sidecars and schemes one after another, as the program does, and tells how each ended."""

from __future__ import annotations

import json
import resource
import signal
import sys
from functools import partial
from pathlib import Path

from annotator.storage.articles.article_reading import read_article_of
from annotator.storage.files.file_error import SchemeError, SidecarError
from annotator.storage.schemes.scheme_lookup import read_scheme
from annotator.storage.sidecars.sidecar_files import read_sidecar, stem_of
from tests.proofs.pace import timed

ADDRESS_SPACE = 2 << 30
PATIENCE = 10
"""Seconds of processor time."""


def main() -> None:
    """Take paths from the standard input, one a line, until there are no more."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for line in sys.stdin:
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)  # nobody handles its signal, so it ends the process
        (ended, said), seconds = timed(partial(outcome, Path(line.rstrip("\n"))))
        signal.setitimer(signal.ITIMER_PROF, 0)
        print(json.dumps({"ended": ended, "said": said, "seconds": seconds, "memory": most_memory()}), flush=True)


def most_memory() -> int:
    """The most that this process has had, in MB; what the system counts may be its parent's, which made the file."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return next(int(line.split()[1]) // 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def outcome(path: Path) -> tuple[str, str]:
    """Read, refused as it should be, or an error that nobody expects; and what was said."""
    try:
        if path.name == "scheme.yaml":
            read_scheme(path)
        else:
            read_sidecar(path, read_article_of(path.with_name(f"{stem_of(path)}.txt"), path).article)
    except (SidecarError, SchemeError) as error:
        sentence = error.problem.sentence
        whole = sentence.endswith(".") and "\n" not in sentence and len(sentence) < 400
        return "refused" if whole else "refused without a sentence", sentence
    except BaseException as error:  # noqa: BLE001 (whatever it is, it is what the proof looks for)
        return type(error).__name__, str(error)[:200]
    return "read", ""


if __name__ == "__main__":
    main()
