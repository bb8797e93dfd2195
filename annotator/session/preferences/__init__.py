"""Settings and the file they are stored in."""
