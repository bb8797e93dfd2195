"""Files: articles, sidecars, schemes, atomic writes. No Qt."""
