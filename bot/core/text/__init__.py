"""Text as such: folding, tokens, sentences."""
