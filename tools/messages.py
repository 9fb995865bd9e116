"""Is every sentence shown to people translatable, and the catalogue up to date? Needs no gettext programs.

Reads the templates and Python files for translatable sentences (Babel-free, with Python's own parser) and compares
them with `goldenthread/locale/sentences.txt`, the list that translators start from.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "goldenthread" / "locale" / "sentences.txt"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
TRANSLATE = re.compile(r"""(?:\{%\s*translate\s+|_\()(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")
BLOCK = re.compile(r"\{%\s*blocktranslate[^%]*%\}(.*?)\{%\s*endblocktranslate\s*%\}", re.DOTALL)
# Words in a template that stand outside every tag and are not inside a translation.
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<[^>]*>|&[a-z#0-9]+;", re.DOTALL)
BLOCKS = re.compile(r"\{%\s*(comment|verbatim)\b.*?\{%\s*end\1\s*%\}", re.DOTALL)
CODE = re.compile(r"<code[^>]*>.*?</code>|\{%\s*block\s+\w*class\s*%\}.*?\{%\s*endblock", re.DOTALL)
LETTERS = re.compile(r"[A-Za-z]{2,}")
OUR_NAME = {"Golden Thread", "Golden", "Thread"}


def in_python(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
            for argument in node.args[:2]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def in_template(text: str) -> Iterator[str]:
    for found in TRANSLATE.finditer(text):
        yield found[1] or found[2]
    for found in BLOCK.finditer(text):
        for part in re.split(r"\{%\s*plural\s*%\}", found[1]):
            yield " ".join(part.split())


def bare_words(text: str) -> list[str]:
    """Words of a template that no translation reaches."""
    left = TAGS.sub("\n", CODE.sub("\n", BLOCK.sub("\n", BLOCKS.sub("\n", text))))
    lines = (line.strip(" -–·") for line in left.splitlines())
    return [line for line in lines if LETTERS.search(line) and line not in OUR_NAME and not line.startswith("gt-")]


def files() -> tuple[list[Path], list[Path]]:
    house = ROOT / "goldenthread"
    code = sorted(path for path in house.rglob("*.py") if "migrations" not in path.parts and "demo" not in path.parts)
    pages = sorted(path for path in house.rglob("templates/**/*.html") if "gallery" not in path.name)
    return code, pages


def main() -> int:
    code, pages = files()
    sentences = {sentence for path in code for sentence in in_python(path)}
    sentences |= {sentence for path in pages for sentence in in_template(path.read_text())}
    wanted = "\n".join(sorted(sentence.replace("\n", "\\n") for sentence in sentences if sentence)) + "\n"
    bare = {str(path.relative_to(ROOT)): words for path in pages if (words := bare_words(path.read_text()))}
    for name, words in bare.items():
        print(f"{name}: not translatable: {words[:5]}")
    if "--check" not in sys.argv:
        LIST.parent.mkdir(exist_ok=True)
        LIST.write_text(wanted)
    stale = not LIST.exists() or LIST.read_text() != wanted
    if stale:
        print("goldenthread/locale/sentences.txt is out of date. Run ./run fix.")
    return 1 if stale or bare else 0


if __name__ == "__main__":
    sys.exit(main())
