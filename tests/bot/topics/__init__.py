"""Tests of bot.topics, one topic a file."""
