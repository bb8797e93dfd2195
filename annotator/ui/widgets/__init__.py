"""Reusable widgets that depend on no article and no session."""
