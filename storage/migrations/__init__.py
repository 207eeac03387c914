"""Migrations, numbered and named by hand."""
