"""The page that stands as long as no folder is open."""
