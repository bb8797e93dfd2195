"""A folder as a whole: summaries and problems. No Qt."""
