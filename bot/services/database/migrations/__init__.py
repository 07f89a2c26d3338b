"""The state's tables as they came to be, one step a file. A step that was released is never changed."""
