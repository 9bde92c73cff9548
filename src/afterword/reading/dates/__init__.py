"""Days that a mail names: those by which they promised a word, and those they ask of the reader."""
