"""Storms of Telegram and of the host: faults, full disks, locked and restarted databases, stops; nothing is lost."""
