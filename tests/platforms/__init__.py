"""Stand-ins for LINE and Telegram on loopback, with faults."""
