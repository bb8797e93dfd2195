"""Hand-over as a Word document: the text with shaded facts and a comment for each, and the sheet at the end."""
