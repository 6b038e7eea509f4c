"""A town of made-up people, with stand-ins for LINE and Telegram: `make demo`."""
