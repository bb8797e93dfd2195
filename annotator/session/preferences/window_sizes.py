"""Sizes that the windows beside the main one had when they were last closed."""

from __future__ import annotations

from annotator.session.preferences.settings_store import SettingsStore


def kept_size(store: SettingsStore, window: str, usual: tuple[int, int]) -> tuple[int, int]:
    """Return the width and height that the window had last, in logical pixels; the usual ones if it had none yet."""
    return store.settings.window_sizes.get(window, usual)


def keep_size(store: SettingsStore, window: str, width: int, height: int) -> None:
    """Keep the size of a window that is closed, for the next time and for the next start of the program."""
    store.update(window_sizes={**store.settings.window_sizes, window: (width, height)})
