"""From hits to the sentences that answer: scored, held to the one who is asked for, and quoted verbatim."""
