"""Every change written to disk in the background."""
