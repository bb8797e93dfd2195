"""Re-anchoring of annotations when their article has changed. Imports storage, not Qt."""
