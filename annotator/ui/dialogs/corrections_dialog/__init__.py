"""Window of what was decided otherwise than the annotator had it."""
