"""Hand-over on paper: pages that print and PDF share, laid out and painted without a window."""
