"""A language model that may write the answer, and what it must hold to.

`write` is the door: numbered evidence goes to the model (`prompt`, `endpoint`), its text comes back sentence by
sentence with its markers (`sentences`), and each sentence is compared with what it cites (`support`) before anybody
reads it. What is not supported is taken out; a model that is down or slow raises `LanguageModelFailed`.
"""

from assistant.language_model.endpoint import LanguageModelFailed, open_model
from assistant.language_model.prompt import within_budget
from assistant.language_model.writer import Written, write

__all__ = ["LanguageModelFailed", "Written", "open_model", "within_budget", "write"]
