"""SPEAKS: every conversation and notice, as data and pure functions."""
