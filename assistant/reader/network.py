"""The network: question and sentence are encoded as one text, so that each word of one sees those of the other.

The corrections are products of two narrow matrices that are added to the weights of the packaged model (Hu et al.,
LoRA, 2021, arXiv:2106.09685). The score starts out as the cosine between the mean of the question's tokens and the mean
of the sentence's; what is learned bends that.
"""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

CORRECTIONS = Path(__file__).with_name("corrections.safetensors")
# The matrices of a layer that are corrected, and how much a correction counts.
CORRECTED = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
STRENGTH = 2.0
# Layers whose states tell what sort of question one is; the last alone knows rather what it is about.
SORTED_BY = (3, 5, 6)
# Log-odds of an answer before anything is learned: so much by the cosine, and so much less.
BY_COSINE, LESS = 8.0, 4.0


class Network(nn.Module):
    """Tokens of pairs in, log-odds out that the sentence answers the question, and what the whole text is like."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoModel

        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(str(folder), attn_implementation="eager")
        width = self.encoder.config.hidden_size
        self.compared = nn.Linear(2 * width, 1)
        nn.init.zeros_(self.compared.weight)
        nn.init.zeros_(self.compared.bias)
        self.by_cosine = nn.Parameter(torch.tensor([BY_COSINE, -LESS]))

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Log-odds, one number a pair, and the mean states of `SORTED_BY`, one row a pair.

        `types` is 1 for the tokens of the sentence, `mask` 0 for padding.
        """
        layers = self.encoder(
            input_ids=ids, token_type_ids=types, attention_mask=mask, output_hidden_states=True
        ).hidden_states
        states = layers[-1]
        asked, told = _mean(states, mask * (1 - types)), _mean(states, mask * types)
        together = asked * told
        bent = self.compared(torch.cat([20 * together, (asked - told).abs()], dim=-1)).squeeze(-1)
        odds: Tensor = self.by_cosine[0] * together.sum(-1) + self.by_cosine[1] + 10 * bent
        words = mask.unsqueeze(-1).to(states.dtype)
        sort = torch.cat([(layers[place] * words).sum(1) / words.sum(1) for place in SORTED_BY], dim=-1)
        return odds, sort


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    """The mean of the chosen tokens as a unit vector, one row a pair."""
    weights = chosen.unsqueeze(-1).to(states.dtype)
    return nn.functional.normalize((states * weights).sum(1) / weights.sum(1).clamp(min=1), dim=-1)


def learned(folder: Path) -> Network:
    """The network over the packaged model in `folder`, with its corrections added in."""
    network, held = Network(folder), load_file(CORRECTIONS)
    with torch.no_grad():
        for name in {name.rpartition(".")[0] for name in held if name.startswith("encoder.")}:
            narrow, wide = held[f"{name}.narrow"].float(), held[f"{name}.wide"].float()
            network.get_submodule(name).weight += STRENGTH * (wide @ narrow)  # type: ignore[operator]
        network.compared.weight.copy_(held["compared.weight"].float())
        network.compared.bias.copy_(held["compared.bias"].float())
        network.by_cosine.copy_(held["by_cosine"].float())
    return network.eval()
