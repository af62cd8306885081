"""A small Telegram on this machine: the Bot API over HTTP, people to play, and a chat page.

It is strict where Telegram is strict, keeps to the loopback unless told otherwise, and knows nothing of any bot.
"""
