"""The bot in a local browser, against a simulated Discord."""
