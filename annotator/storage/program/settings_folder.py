"""Paths of the user's settings and of the error log."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path

FOLDER_VARIABLE = "ANNOTATOR_CONFIG_DIR"
"""Environment variable that replaces the system's folder for settings."""


def settings_folder() -> Path:
    """Return the folder of the settings, which need not exist."""
    folder = os.environ.get(FOLDER_VARIABLE)
    return Path(folder) if folder else user_config_path("annotator", appauthor=False)


def settings_file() -> Path:
    """Return the path of the settings file."""
    return settings_folder() / "settings.json"


def error_log_file() -> Path:
    """Return the path of the error log."""
    return settings_folder() / "errors.log"
