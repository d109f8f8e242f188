"""Grammar: which form a typed text has, in both languages, and how it stands in a sentence. Tables, no tagger."""
