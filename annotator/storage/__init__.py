"""Files: articles, sidecars, schemes, history, atomic writing. No Qt."""
