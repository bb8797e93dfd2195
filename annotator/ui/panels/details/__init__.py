"""The selected annotation in full."""
