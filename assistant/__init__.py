"""A conversation becomes a cited answer.

`Assistant(library).ask(question)` understands the question, finds the sentences that answer it, and says who said them.
"""

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Suggestion, Turn
from assistant.settings import AssistantSettings

__all__ = ["Answer", "Assistant", "AssistantSettings", "Citation", "Suggestion", "Turn"]
