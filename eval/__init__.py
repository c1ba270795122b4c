"""Question sets and annotated minutes become scores: how much is found, who is named rightly, and every miss."""
