"""What stands around an answer: talk, wishes, what is taken back, what others say."""
