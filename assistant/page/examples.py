"""Questions to begin with: only such as the library at hand can answer."""

from itertools import islice

from assistant.assistant import Assistant
from index.library import Library

# What members ask of any council; each is offered only where the records answer it.
_ASKED_OFTEN = (
    "What was said about co-sleeping?",
    "What did the police say about child protection teams?",
    "What was decided about library opening hours?",
    "Was the report on domestic abuse received?",
    "How did members vote on the budget?",
    "What was said about potholes?",
)
_OFFERED = 4
_LONGEST_TITLE = 60
_TRIED = 12


def example_questions(library: Library, assistant: Assistant) -> list[str]:
    """At most four questions that the records of `library` answer."""
    if not library.overview().items:
        return []
    offered = list(islice((question for question in _ASKED_OFTEN if assistant.ask(question).answered), _OFFERED))
    titles = (
        item.title
        for _, item in library.items()
        if item.title
        and len(item.title) <= _LONGEST_TITLE
        and sum(bool(statement.speakers) for statement in item.statements) >= _OFFERED
    )
    for title in islice(titles, _TRIED):
        if len(offered) >= _OFFERED:
            break
        question = f"What was said about {title}?"
        if assistant.ask(question).answered:
            offered.append(question)
    return offered
