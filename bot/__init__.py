"""What is said: the conversation, channels, the sender, the worker, commands."""
