"""Transcripts: whole conversations from message to reply."""
