"""A plain bot to compare with: a five-step ConversationHandler kept by PicklePersistence.

Written the way python-telegram-bot's documentation shows, with nothing switched off.
"""

import os
import sys

from telegram import ReplyKeyboardMarkup, ReplyKeyboardRemove, Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

KIND, WHO, WHEN, DETAILS = range(4)
KINDS = [["Someone moves in", "Someone moves out"], ["Work or money", "Something else"]]
DAYS = [["Today", "Yesterday", "Another day"]]


async def report(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Begin: ask what has changed."""
    await update.message.reply_text(
        "What has changed at home?",
        reply_markup=ReplyKeyboardMarkup(KINDS, one_time_keyboard=True),
    )
    return KIND


async def kind(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep the kind and ask who."""
    context.user_data["kind"] = update.message.text
    await update.message.reply_text("Who is it about?", reply_markup=ReplyKeyboardRemove())
    return WHO


async def who(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep who and ask when."""
    context.user_data["who"] = update.message.text
    await update.message.reply_text(
        "When was it?", reply_markup=ReplyKeyboardMarkup(DAYS, one_time_keyboard=True)
    )
    return WHEN


async def when(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep when and ask for a line."""
    context.user_data["when"] = update.message.text
    await update.message.reply_text("Tell us in one line.", reply_markup=ReplyKeyboardRemove())
    return DETAILS


async def details(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep the line and end."""
    context.user_data["details"] = update.message.text
    await update.message.reply_text("Thank you. Your worker will read this.")
    return ConversationHandler.END


async def cancel(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Leave the conversation."""
    await update.message.reply_text("Stopped.", reply_markup=ReplyKeyboardRemove())
    return ConversationHandler.END


class FlushedApplication(Application):
    """Writes its persistence after every update, so that a kill loses as little as it can."""

    async def process_update(self, update: object) -> None:
        """Handle it, then write."""
        await super().process_update(update)
        await self.update_persistence()


def main() -> None:
    """Run until the process is told to stop."""
    application = (
        Application.builder()
        .application_class(FlushedApplication if "flush" in sys.argv[2:] else Application)
        .token(os.environ["PLAIN_TOKEN"])
        .base_url(f"{os.environ['PLAIN_API_URL']}/bot")
        .persistence(PicklePersistence(filepath=sys.argv[1]))
        .build()
    )
    words = filters.TEXT & ~filters.COMMAND
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("report", report)],
            states={
                KIND: [MessageHandler(words, kind)],
                WHO: [MessageHandler(words, who)],
                WHEN: [MessageHandler(words, when)],
                DETAILS: [MessageHandler(words, details)],
            },
            fallbacks=[CommandHandler("cancel", cancel)],
            name="report",
            persistent=True,
        )
    )
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
