"""Where this user's settings are kept, and the log of errors beside them."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path

FOLDER_VARIABLE = "ANNOTATOR_CONFIG_DIR"
"""The environment's word for where the settings are kept, in place of the system's folder for them."""


def settings_folder() -> Path:
    """The folder, which need not be there."""
    folder = os.environ.get(FOLDER_VARIABLE)
    return Path(folder) if folder else user_config_path("annotator", appauthor=False)


def settings_file() -> Path:
    """The file that holds the settings."""
    return settings_folder() / "settings.json"


def error_log_file() -> Path:
    """The file that tells of the program's own errors."""
    return settings_folder() / "errors.log"
