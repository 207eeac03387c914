"""Read in what every start reads: our code, and the catalogues of every language."""

import commands.keys
import commands.migrating
import commands.running
import hearthline
from locales import languages

READ = (hearthline, commands.running, commands.keys, commands.migrating, languages())
