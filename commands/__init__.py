"""What each command of `hearthline` does, one file a command."""
