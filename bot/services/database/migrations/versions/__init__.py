"""The steps. Each has the id of the step before it in `down_revision`, and `upgrade(operations)`."""
