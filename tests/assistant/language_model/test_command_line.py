"""`minutebook ask` and `chat` with a language model in the environment, in a process of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

QUESTION = "What was said about co-sleeping?"
TEAGUE = "Mr Teague stated that parents had stopped hiding the fact that they shared a bed."
INVENTED = "It cost £47 million."


def _minutebook(*arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    bare = {key: value for key, value in os.environ.items() if not key.startswith("MINUTEBOOK_LLM")}
    return subprocess.run(
        [sys.executable, "-c", "from assistant.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        input=typed,
        env=bare | environment,
        timeout=120,
        check=False,
    )


def _set_to(endpoint) -> dict[str, str]:
    return {"MINUTEBOOK_LLM_BASE": f"{endpoint.address}/v1", "MINUTEBOOK_LLM_MODEL": "town-clerk-7b"}


def test_ask_gives_the_models_answer_checked(endpoint, sample_library: Path) -> None:
    endpoint.reply = f"{TEAGUE} {INVENTED}"
    ended = _minutebook("--library", str(sample_library), "ask", QUESTION, "--json", **_set_to(endpoint))
    assert ended.returncode == 0, ended.stderr
    answer = json.loads(ended.stdout)
    assert answer["answer"] == f"{TEAGUE} [1]"
    assert len(answer["citations"]) == 1
    assert "taken out" in answer["notices"][0]


def test_ask_for_people_ends_with_the_notice(endpoint, sample_library: Path) -> None:
    endpoint.statuses = [401]
    ended = _minutebook("--library", str(sample_library), "ask", QUESTION, **_set_to(endpoint))
    assert ended.returncode == 0
    assert "[1]" in ended.stdout
    assert "refuses the key" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_chat_speaks_sentence_by_sentence(endpoint, sample_library: Path) -> None:
    endpoint.reply = f"{TEAGUE} {INVENTED}"
    ended = _minutebook("--library", str(sample_library), "chat", typed=f"{QUESTION}\n\n", **_set_to(endpoint))
    assert ended.returncode == 0, ended.stderr
    assert f"{TEAGUE} [1]" in ended.stdout
    assert "£47" not in ended.stdout
    assert "taken out" in ended.stderr


def test_a_setting_that_is_none_is_told_in_a_sentence(endpoint, sample_library: Path) -> None:
    wrong = _set_to(endpoint) | {"MINUTEBOOK_LLM_TIMEOUT": "soon"}
    ended = _minutebook("--library", str(sample_library), "ask", QUESTION, **wrong)
    assert ended.returncode in (1, 2)
    assert "Traceback" not in ended.stderr
    assert "llm_timeout" in ended.stderr.lower()


def test_without_a_model_nothing_of_it_is_loaded(sample_library: Path) -> None:
    program = (
        "import sys; from assistant import Assistant, AssistantSettings; from index import Library; "
        "from pathlib import Path; library = Library.open(Path(sys.argv[1])); "
        f"assert Assistant(library).ask({QUESTION!r}).answered; "
        "print(sorted({'llama_index', 'openai', 'torch', 'httpx'} & {name.split('.')[0] for name in sys.modules}))"
    )
    bare = {key: value for key, value in os.environ.items() if not key.startswith("MINUTEBOOK_LLM")}
    ended = subprocess.run(
        [sys.executable, "-c", program, str(sample_library)], capture_output=True, text=True, env=bare, check=True
    )
    assert ended.stdout.strip() == "[]"
