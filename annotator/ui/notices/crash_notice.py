"""Notice of a run that ended unexpectedly, shown once at the next start."""

from __future__ import annotations

from collections.abc import Callable

from annotator.translation.messages import _
from annotator.ui.widgets.banner import BannerContent, BannerStack

CRASH = "crash"


def tell_of_crash(banners: BannerStack, show_report: Callable[[], None]) -> None:
    """Show the notice, with a button that removes it and calls ``show_report``."""

    def show() -> None:
        banners.remove(CRASH)
        show_report()

    name, sentence = _("Annotator ended unexpectedly last time."), _("All annotations up to then are saved.")
    banners.show_banner(CRASH, BannerContent("info", name, sentence, ((_("Show report"), show),)))
