"""Window in which a scheme is edited."""
