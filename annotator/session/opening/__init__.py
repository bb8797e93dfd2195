"""Opening of folders and articles: listed and read in the background, then handed to the session."""
