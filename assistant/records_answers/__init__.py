"""Answers from the book of record: attendance, votes, timelines, requests and receipts, summaries and counts.

They are complete over the records that a question points at, never only the nearest passages, and each is cited.
"""
