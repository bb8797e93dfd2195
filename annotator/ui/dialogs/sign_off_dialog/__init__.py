"""Dialog in which somebody signs the open article."""
