"""The privacy notice's version: consents name the words they were given under."""

NOTICE_VERSION = "2026-11-28"
