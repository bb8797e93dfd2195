"""An article that two annotators have marked, and what a review of it shows."""
