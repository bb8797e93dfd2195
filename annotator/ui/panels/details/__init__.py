"""Panel that shows the selected annotation in full."""
