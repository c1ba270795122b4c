"""The network as an ONNX file, made once and kept in the user's cache: no question waits for PyTorch."""

import hashlib
import logging
import shutil
import warnings
from pathlib import Path

from index.errors import EncoderUnavailable
from index.export import default_model, made_at_once

logger = logging.getLogger(__name__)
CORRECTIONS = Path(__file__).with_name("corrections.safetensors")
# In the order of the arguments of `Network.forward`.
INPUTS = ("input_ids", "token_type_ids", "attention_mask")
# In the order in which it returns them.
OUTPUTS = ODDS, SORT = "odds", "sort"
# Raised when the exported file changes, so that an older one in the cache is not used.
EXPORT_VERSION = 2
# Exported and original scores may differ by this much, in log-odds.
AGREEMENT = 1.0
_PROBES = (
    ("What was said about co-sleeping?", "Annual Report: The Chair thanked officers for the report."),
    ("Who asked for figures?", "Safe Sleep: A Member asked how many deaths there had been. " * 5),
)


def exported_reader(cache: Path) -> Path:
    """The folder of the exported network, made now if `cache` does not hold it. Raises `EncoderUnavailable`."""
    model, digest = default_model()
    learned = hashlib.sha256(CORRECTIONS.read_bytes()).hexdigest()
    folder = cache / "readers" / f"{digest[:8]}-{learned[:12]}-{EXPORT_VERSION}"
    if not (folder / "model.onnx").exists():
        logger.info("Making the model that reads sentences, once; this takes a few seconds.")
        made_at_once(folder, lambda beside: _export(model, beside))
    return folder


def _export(model: Path, folder: Path) -> None:
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from tokenizers import Tokenizer

    from assistant.reader.network import learned
    from index.runtime import Runtime

    network = learned(model)
    shutil.copy(model / "tokenizer.json", folder / "tokenizer.json")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    tokens = tokenizer.encode_batch(list(_PROBES))
    example = (
        torch.tensor([one.ids for one in tokens]),
        torch.tensor([one.type_ids for one in tokens]),
        torch.tensor([one.attention_mask for one in tokens]),
    )
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of constants; the scores are compared instead
        torch.onnx.export(
            network,
            example,
            str(folder / "whole.onnx"),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "batch", 1: "length"} for name in INPUTS}
            | {name: {0: "batch"} for name in OUTPUTS},
            opset_version=17,
            dynamo=False,
        )
        wanted = network(*example)[0].tolist()
    # Eight bits a weight: half the time, and the order of sentences stays (see docs/ranking.md).
    quantize_dynamic(folder / "whole.onnx", folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    (folder / "whole.onnx").unlink()
    for places, odds in Runtime(folder, 512, INPUTS).rows(_PROBES, ODDS):
        for place, value in zip(places, odds.tolist(), strict=True):
            if abs(value - wanted[place]) > AGREEMENT:
                raise EncoderUnavailable(
                    "The ONNX form of the model that reads sentences differs from it; update onnxruntime and torch."
                )
