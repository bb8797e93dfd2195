"""Schemes read and looked up."""
