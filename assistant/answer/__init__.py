"""The text of an answer: what it says, what it cites, and how it says that the records hold nothing."""
