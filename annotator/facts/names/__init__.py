"""Names, titles and dates of an article: what is written, how often, in which forms, and what does not fit."""
