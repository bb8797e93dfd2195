"""Status bar, and its updates from the session's services."""
