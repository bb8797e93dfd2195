"""The steps of a long session in the real window."""

from __future__ import annotations

from pathlib import Path

from annotator.ui.panels.annotations.panel import AnnotationsPanel
from tests.benchmarks.bulk import bulk_edits
from tests.benchmarks.dense import actions, one_paragraph, overlapping
from tests.benchmarks.filtering import letters_in_filter
from tests.benchmarks.folders import write_folder
from tests.benchmarks.large_folder import LETTERS, FolderWindow
from tests.benchmarks.long_session.holds import Steps
from tests.benchmarks.subjects import Window
from tests.benchmarks.texts import sample

ARTICLES = 100_000


def in_texts(folder: Path, share: float, rounds: int, times: int, steps: Steps) -> None:
    """Work in an ordinary article, dense ones and one of 10 MB, in turns; then change all annotations of the last."""
    ordinary = sample("100 kB/1 k", int(100_000 * share), int(1000 * share))
    large = sample("10 MB/100 k", int(10_000_000 * share), int(100_000 * share))
    texts = [ordinary, one_paragraph(max(share, 0.2)), overlapping(max(share, 0.2)), large]
    steps.begin("window made")
    window = Window(folder, texts)
    for _ in range(rounds):
        for text in texts:
            steps.begin(f"{text.name}, opened")
            window.open(text)
            for what, act in actions(window, text, times):
                steps.begin(f"{text.name}, {what}")
                act()
            steps.begin(f"{text.name}, letters in the filter of annotations")
            letters_in_filter(window.window.findChild(AnnotationsPanel), "water", 1)
    steps.begin("all annotations changed")
    list(bulk_edits(window, ordinary, large))
    window.close()


def in_large_folder(folder: Path, share: float, times: int, steps: Steps) -> None:
    """Open a folder of 100,000 articles, go from one to the next, tag, and filter the list."""
    place = folder / "many"
    write_folder(place, max(30, int(ARTICLES * share)))
    steps.begin("large folder opened")
    window = FolderWindow(place, max(30, int(ARTICLES * share)), folder / "settings.json")
    for number in range(times):
        steps.begin("large folder, next article")
        window.next_article()
        steps.begin("large folder, label key")
        window.press_label_key(100 + 20 * number)
    steps.begin("large folder, letters in the filter of articles")
    letters_in_filter(window.panel, LETTERS, 1)
    window.close()
