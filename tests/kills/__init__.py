"""The kill suite: real processes, SIGKILL from outside, an oracle that trusts only what it sees."""
