"""Access to the system's dialogs, file manager, web browser and screen readers."""
