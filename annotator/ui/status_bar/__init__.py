"""The status bar and what it follows."""
