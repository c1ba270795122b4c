"""The command line: `minutebook parse | ingest | search | ask | chat | precedents | library | export | eval | serve`.

Results go to standard output, messages to standard error. Exit status 0, 1 (failed) or 2 (used wrongly). One module
for each group of commands; `program` puts them together; heavy libraries are imported by the command that needs them.
"""

from assistant.cli.program import main

__all__ = ["main"]
