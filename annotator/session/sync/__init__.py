"""Everything about others who write the same files: watching, merging, presence, versions."""
