"""A small model that reads a question and a sentence together, and says how surely the one answers the other.

It is the packaged embedding model with some low-rank corrections that `benchmarks/train_reader.py` learned; they are in
`corrections.safetensors`. `network` puts the two together, `export` makes an ONNX file of it once, `reading` uses it.
What it makes of the question alone tells what sort of question it is (`sorting`).
"""

from assistant.reader.reading import Reader, load_reader

__all__ = ["Reader", "load_reader"]
