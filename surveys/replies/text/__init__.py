"""What is typed, as letters and words: one spelling, numbers, dialects, slips."""
