"""Words, sentences and scripts: pure functions of a text, without documents, files or Qt. Offsets are code points."""
