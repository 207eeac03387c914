"""How fast Hearthline answers, beside a plain bot of the same library on the same machine."""
