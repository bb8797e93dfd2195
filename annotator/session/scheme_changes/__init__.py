"""Changes of the scheme with all sidecars of the folder, in the background."""
