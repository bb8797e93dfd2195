"""Reviewing without widgets: what others marked is compared, and a final version is decided on."""
