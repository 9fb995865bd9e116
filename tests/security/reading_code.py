"""Reads the package's own source: which function calls which, so that what people forget is caught."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "goldenthread"


@dataclass(frozen=True)
class Function:
    """A top-level function. calls: full names of functions of ours that it calls; methods: names after a dot."""

    module: str
    name: str
    node: ast.FunctionDef
    calls: frozenset[str] = field(default=frozenset())
    methods: frozenset[str] = field(default=frozenset())

    @property
    def full_name(self) -> str:
        return f"{self.module}.{self.name}"

    @property
    def keyword_only(self) -> dict[str, str]:
        """Parameter → annotation."""
        return {one.arg: ast.unparse(one.annotation) if one.annotation else "" for one in self.node.args.kwonlyargs}

    @property
    def positional(self) -> list[str]:
        return [one.arg for one in (*self.node.args.posonlyargs, *self.node.args.args)]

    @property
    def decorators(self) -> list[str]:
        return [ast.unparse(one) for one in self.node.decorator_list]


def module_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def sources() -> dict[str, str]:
    """Module → its text, migrations left out."""
    return {module_of(path): path.read_text() for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts}


def _is_package(module: str) -> bool:
    return (PACKAGE.parent / Path(*module.split(".")) / "__init__.py").exists()


def _imported(module: str, tree: ast.Module) -> dict[str, str]:
    """Local name → full name, wherever in the module it is imported."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            above = module.split(".") if _is_package(module) else module.split(".")[:-1]
            base = ".".join(above[: len(above) - node.level + 1]) if node.level else ""
            origin = ".".join(part for part in (base, node.module or "") if part)
            found |= {one.asname or one.name: f"{origin}.{one.name}" for one in node.names}
    return found


@cache
def functions_in(module: str, text: str) -> tuple[Function, ...]:
    return tuple(_read(module, text))


def _read(module: str, text: str) -> Iterator[Function]:
    tree = ast.parse(text)
    own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    known = _imported(module, tree) | {name: f"{module}.{name}" for name in own}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            called = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
            plain = {known[one.id] for one in called if isinstance(one, ast.Name) and one.id in known}
            dotted = {
                f"{known[one.value.id]}.{one.attr}"
                for one in called
                if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id in known
            }
            methods = {one.attr for one in called if isinstance(one, ast.Attribute)}
            yield Function(module, node.name, node, frozenset(plain | dotted), frozenset(methods))


@cache
def _passed_on(module: str, text: str) -> dict[str, str]:
    return _imported(module, ast.parse(text))


def every_function(texts: dict[str, str]) -> dict[str, Function]:
    """By full name; a name that a package's __init__ passes on is known under both."""
    found = {one.full_name: one for module, text in texts.items() for one in functions_in(module, text)}
    for module, text in texts.items():
        if _is_package(module):
            passed_on = _passed_on(module, text).items()
            found |= {f"{module}.{name}": found[full] for name, full in passed_on if full in found}
    return found


def reaches(start: Function, functions: dict[str, Function], ends: frozenset[str]) -> bool:
    """Whether this function calls one of these, itself or through others."""
    seen, waiting = set(), [start]
    while waiting:
        one = waiting.pop()
        if one.calls & ends:
            return True
        new = [name for name in one.calls if name in functions and name not in seen]
        seen |= set(new)
        waiting += [functions[name] for name in new]
    return False
