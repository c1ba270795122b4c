"""Who asks which hotel is meant wants its name."""

import pytest

from assistant.evidence.names import lacks_the_name


@pytest.mark.parametrize(
    ("question", "told", "lacks"),
    [
        ("Which hotel were they sent to?", "Miss Denby said that they had been sent to a hotel by the sea.", True),
        ("Which hotel were they sent to?", "They had been sent to the Mariners’ Lodge in May.", False),
        ("In which country did it burn?", "Mr Yeo said that a site abroad had burned.", True),
        ("Which company made the gearboxes?", "The maker had been slow. Parts came in March.", True),
        ("Which company made the gearboxes?", "Those made by Pellam Environmental had failed.", False),
        ("Which three bowls clubs have signed leases?", "Three clubs had signed a lease, four had not.", True),
        ("Which schools are full?", "Thornlea School is full.", False),
        ("Which councillor complained?", "A Member complained.", False),
        ("What made the firm leave?", "The rent had doubled.", False),
    ],
)
def test_a_thing_is_answered_by_its_name(question: str, told: str, lacks: bool) -> None:
    assert lacks_the_name(question, [told], ["Miss Denby", "Mr Yeo"]) is lacks
