"""What an operator may set about libraries, from the environment (`MINUTEBOOK_ENCODER`, `MINUTEBOOK_CHROMA_URL`, …)."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_ENCODER = "all-MiniLM-L6-v2"


class IndexSettings(BaseSettings):
    """The settings of the index; each can be given as an argument or in the environment.

    `encoder` is the default model, the folder of a sentence-transformers model, or a name that
    sentence-transformers knows. `chroma_url` is the address of a Chroma server (1.5.9 or newer) that keeps the
    vectors in place of the library's own folder; `chroma_from` how many vectors a library has at least before they
    are kept in Chroma (fewer are only searched exactly). `lock_wait` is how many seconds a second writer waits.
    """

    model_config = SettingsConfigDict(env_prefix="MINUTEBOOK_", frozen=True, extra="ignore")

    library: Path = Field(default_factory=lambda: user_data_path("minutebook", appauthor=False) / "library")
    encoder: str = DEFAULT_ENCODER
    chroma_url: str | None = None
    chroma_from: int = 1
    cache: Path = Field(default_factory=lambda: user_cache_path("minutebook", appauthor=False))
    lock_wait: float = 10.0
