"""Change the zoom setting of the article view."""

from __future__ import annotations

from annotator.session.preferences.settings import ZOOMS
from annotator.session.preferences.settings_store import SettingsStore


def zoom(store: SettingsStore, steps: int) -> None:
    """Change the zoom by ``steps`` of 10 percentage points within its limits; 0 resets it to 100 %."""
    now = store.settings.zoom
    wanted = now + steps * ZOOMS.step if steps else 100
    store.update(zoom=min(max(wanted, ZOOMS.start), ZOOMS[-1]))
