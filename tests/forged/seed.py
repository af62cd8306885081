"""What this run tries is drawn anew each time; `LAPAK_SEED` draws the same again."""

import os
from random import SystemRandom

SEED = int(os.environ.get("LAPAK_SEED") or SystemRandom().randrange(10**6))
