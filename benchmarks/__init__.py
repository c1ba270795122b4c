"""Programs that measure, and that anyone can run again: `python -m benchmarks.<name> --help`."""
