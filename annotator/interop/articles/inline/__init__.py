"""Things within a paragraph that are no plain text: raised digits, deletions, marks of notes, places of comments."""
