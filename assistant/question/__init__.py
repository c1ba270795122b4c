"""What is asked: kind, subject, people, committees and dates, and what a follow-up takes from the conversation."""

from assistant.question.model import Question
from assistant.question.register import Register
from assistant.question.understand import understand, without_days

__all__ = ["Question", "Register", "understand", "without_days"]
