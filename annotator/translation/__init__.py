"""Languages of the program: messages stand in English in the code, translations in ``resources/languages``."""
