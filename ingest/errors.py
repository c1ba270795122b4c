"""What can go wrong, as a tree.

    MinutebookError                 every error that a user may see: one sentence, with what to do next
    └── UnreadableSource            a file or address whose content cannot be made into records

The other folders grow their own branches from `MinutebookError`.
"""


class MinutebookError(Exception):
    """The root of all errors that are ours. Its text is a full sentence for the user, never a traceback."""


class UnreadableSource(MinutebookError):
    """A source that cannot be read: empty, binary, a scan, refused as hostile, or not there."""
