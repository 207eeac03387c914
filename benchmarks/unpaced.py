"""`hearthline run` without its own pacing: the plain bot has none, and the responder needs none.

Telegram's limits stand for every bot alike; what is measured here is the bot.
"""

from commands.quick_bot import main

if __name__ == "__main__":
    main()
