"""Page shown while no folder is open."""
