"""The form of one piece of evidence."""
