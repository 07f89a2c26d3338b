"""The use cases: reading seeds, holding them, answering. No door is known here."""
