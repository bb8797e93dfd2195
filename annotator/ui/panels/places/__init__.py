"""The annotations that have lost their place in a changed article, with what is proposed for each."""
