"""Reading of schemes and lookup of the scheme of a folder."""
