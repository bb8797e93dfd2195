"""Places of annotations whose text has changed: proposals, decisions, choosing anew."""
