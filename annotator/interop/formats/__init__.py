"""Annotation formats: one independent module per format, each with a FORMAT."""
