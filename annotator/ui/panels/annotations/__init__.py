"""Panel that lists the annotations of the open article."""
