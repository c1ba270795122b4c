"""What an operator may set about answers."""

import pytest
from pydantic import ValidationError

from assistant import AssistantSettings


def test_without_settings_no_language_model_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINUTEBOOK_LLM_BASE", raising=False)
    monkeypatch.delenv("MINUTEBOOK_LLM_MODEL", raising=False)
    assert not AssistantSettings().with_language_model


def test_the_environment_sets_them_and_an_argument_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LLM_BASE", "http://127.0.0.1:11434/v1")
    monkeypatch.setenv("MINUTEBOOK_LLM_MODEL", "llama3")
    monkeypatch.setenv("MINUTEBOOK_LLM_KEY", "secret")
    monkeypatch.setenv("MINUTEBOOK_LLM_TIMEOUT", "5")
    settings = AssistantSettings(llm_timeout=7)
    assert settings.with_language_model
    assert settings.llm_timeout == 7
    assert settings.llm_key.get_secret_value() == "secret"
    assert "secret" not in repr(settings)


def test_a_model_without_an_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_LLM_BASE", "")
    monkeypatch.setenv("MINUTEBOOK_LLM_MODEL", "llama3")
    with pytest.raises(ValidationError, match="MINUTEBOOK_LLM_BASE"):
        AssistantSettings()


@pytest.mark.parametrize("wrong", [{"llm_timeout": 0}, {"llm_retries": -1}, {"llm_evidence_tokens": 10}])
def test_what_makes_no_sense_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        AssistantSettings(**wrong)
