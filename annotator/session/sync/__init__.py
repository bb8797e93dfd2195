"""Cooperation with others who write the same files: watching, merging, presence, earlier versions."""
