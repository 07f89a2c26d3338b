"""The article and its facts: pure functions and immutable values, no I/O, no clock, no globals."""
