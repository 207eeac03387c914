"""mail CARRIES letters to a mail server of the service's choice; it knows nothing of Telegram."""
