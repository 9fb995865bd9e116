"""The list of parts (SBOM) is sound CycloneDX and names what really runs (bar A14)."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tools.parts import parts

ROOT = Path(__file__).resolve().parent.parent.parent
PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.M)
LISTED = ROOT / "docs/generated/parts.cdx.json"


def named() -> dict[str, str]:
    return {one["name"]: one["version"] for one in json.loads(LISTED.read_text())["components"]}


def installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_the_list_is_sound_and_says_what_the_pinned_files_say_today():
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(LISTED.read_text()) is None
    assert LISTED.read_text() == parts() + "\n"


def test_every_listed_package_of_python_is_the_one_that_runs():
    told = {name: number for name, number in named().items() if installed(name)}

    assert told == {name: installed(name) for name in told}
    assert {"django", "psycopg", "gunicorn", "whitenoise"} <= set(told)


def test_no_package_that_a_listed_one_needs_is_missing():
    """Looked up in what is installed, not in the files that the list is made from."""
    missing = {
        f"{name} needs {needed}"
        for name in named()
        for line in (requires(name) or [] if installed(name) else [])
        if ";" not in line and (needed := re.split(r"[^A-Za-z0-9._-]", line)[0].lower().replace("_", "-"))
        if needed not in {one.lower().replace("_", "-") for one in named()}
    }

    assert missing == set()


def test_what_runs_is_what_is_tested():
    """The files are locked one by one, so the same package could be pinned to two versions."""
    pinned = {path.stem: dict(PIN.findall(path.read_text())) for path in (ROOT / "requirements").glob("*.txt")}

    apart = {
        (name, other, package)
        for other, packages in pinned.items()
        for name in ("base", "s3", "fast-law")
        for package in packages.keys() & pinned[name].keys()
        if packages[package] != pinned[name][package]
    }

    assert apart == set()
