"""REMEMBERS: people, requests, chronology, drafts, inbox and outbox."""
