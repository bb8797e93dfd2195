"""Pictures that are painted once and drawn many times."""
