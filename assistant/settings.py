"""What an operator may set about answers, from the environment (`MINUTEBOOK_LLM_BASE`, `MINUTEBOOK_LLM_MODEL`, …)."""

from typing import Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """The settings of a conversation; each can be given as an argument or in the environment.

    A language model is used where `llm_base` and `llm_model` are both set: `llm_base` is the address of any
    OpenAI-compatible endpoint (Ollama, vLLM, OpenAI; "http://127.0.0.1:11434/v1"), `llm_api_version` makes it
    an Azure one. `llm_timeout` is the seconds that the reader waits for it before the composed answer is given;
    `llm_evidence_tokens` cuts the evidence that is sent, lowest ranked first.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTEBOOK_", frozen=True, extra="ignore")

    llm_base: str | None = None
    llm_model: str | None = None
    llm_key: SecretStr = SecretStr("none")
    llm_api_version: str | None = None
    llm_timeout: float = Field(default=30.0, gt=0)
    llm_retries: int = Field(default=1, ge=0)
    llm_evidence_tokens: int = Field(default=3000, ge=200)
    llm_answer_tokens: int = Field(default=600, ge=50)

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if bool(self.llm_base) != bool(self.llm_model):
            missing = "MINUTEBOOK_LLM_MODEL" if self.llm_base else "MINUTEBOOK_LLM_BASE"
            raise ValueError(f"a language model needs {missing} too; set it, or neither")
        return self

    @property
    def with_language_model(self) -> bool:
        """Whether a language model is to write the answers."""
        return bool(self.llm_base and self.llm_model)
