"""Reading of articles and folders: encoding detection, decoding, lists of articles."""
