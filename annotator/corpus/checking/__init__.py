"""Check of articles, sidecars, schemes and guidelines: what is wrong, in which line."""
