"""What is said: the conversation, its channels, the sender, the worker, the command line."""
