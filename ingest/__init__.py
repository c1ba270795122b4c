"""From a source to records: saved files, folders and pages become meetings whose every sentence has its speaker."""
