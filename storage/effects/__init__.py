"""Effects: what events do to the tables, one module for each noun."""
