"""CARRIES: between Telegram and the desk; the only row that knows Telegram."""
