"""Words that are spelled in several ways are one word, and slips of the pen are mended."""

import pytest

from index.analysis import stem
from index.spelling import near_spellings


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("neighbourhood", "neighborhood"),
        ("centres", "centers"),
        ("catalogue", "catalog"),
        ("programmes", "programs"),
        ("licence", "license"),
        ("traveller", "traveler"),
        ("enrolment", "enrollment"),
        ("anaemia", "anemia"),
        ("foetal", "fetal"),
        ("judgement", "judgment"),
        ("kerb", "curb"),
    ],
)
def test_british_and_american_forms_are_one_word(british: str, american: str) -> None:
    assert stem(british) == stem(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hour", "whore"), ("filled", "filed"), ("tour", "tor"), ("cheque", "check"), ("planning", "planing")],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("slip", ["safegaurding", "safeguardng", "saffeguarding", "safeguerding"])
def test_a_slip_is_one_place_away(slip: str) -> None:
    assert "safeguarding" in near_spellings(slip)
