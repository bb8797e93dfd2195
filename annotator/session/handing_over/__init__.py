"""Hand-overs of the open article or folder: counts of what goes out, and the run."""
