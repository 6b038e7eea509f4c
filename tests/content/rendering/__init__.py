"""What is said, as each platform wants it."""
