"""What was resolved: the decisions of an item with their movers, seconders, votes and outcomes.

`find_decisions` is the door, and `named` tells who moved or seconded in one sentence. Inside, sentences get what they
do (`acts`), are put together into acts of deciding (`groups`), and are linked to motions told of before (`motions`).
"""

from ingest.resolutions.find import find_decisions
from ingest.resolutions.movers import named

__all__ = ["find_decisions", "named"]
