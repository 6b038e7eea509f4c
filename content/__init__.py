"""What is told: articles, messages, and how they are shown on each platform."""
