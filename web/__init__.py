"""web CARRIES between a browser and the desk: what is behind a one-time link, opened once."""
