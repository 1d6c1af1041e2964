"""``python -m tests.web.keep_examples`` takes the commands' examples from the docs into OpenAPI."""

import json
from pathlib import Path
from typing import Any

from tests.pages import DOCS, blocks

EXAMPLES = Path(__file__).parents[2] / "hallctl" / "web" / "openapi" / "command_examples.json"


def examples_in_docs() -> dict[str, Any]:
    """By the kind of command, as docs/protocol.md has them."""
    lines = "".join(blocks(DOCS / "protocol.md", "json")).splitlines()
    examples = [json.loads(line) for line in lines if line.startswith('{"id"')]
    return {one["type"]: one for one in examples}


if __name__ == "__main__":
    kept = (
        f"{json.dumps(kind)}: {json.dumps(one, ensure_ascii=False)}"
        for kind, one in examples_in_docs().items()
    )
    EXAMPLES.write_text("{\n" + ",\n".join(kept) + "\n}\n", "utf-8")
