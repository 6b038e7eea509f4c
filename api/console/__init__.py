"""The officers' console: what is sent, who waits, what is not answered yet."""
