"""What is committed for browsers: ours to use, whole, lean, and nothing that a strict policy refuses."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "goldenthread" / "design_system"
STATIC = APP / "static" / "design_system"
CSS = (STATIC / "golden-thread.css").read_text()
MANIFEST = json.loads((APP / "assets" / "manifest.json").read_text())


@pytest.mark.parametrize("reserved", ["GDS Transport", "crest", "crown"])
def test_nothing_reserved_for_the_government_is_shipped(reserved):
    holders = [
        str(path.relative_to(APP))
        for path in [*STATIC.rglob("*"), *(APP / "templates").rglob("*"), *(APP / "assets").rglob("*")]
        if path.is_file() and reserved.lower().encode() in path.read_bytes().lower()
    ]

    assert holders == []


def test_no_page_says_gov_uk():
    holders = [path.name for path in (APP / "templates").rglob("*.html") if "GOV.UK" in path.read_text()]

    assert holders == []


def test_files_are_those_the_build_wrote():
    changed = {
        name: "changed"
        for name, digest in MANIFEST["files"].items()
        if hashlib.sha256((ROOT / name).read_bytes()).hexdigest() != digest
    }

    assert changed == {}


def test_every_built_file_is_in_the_manifest():
    built = [*STATIC.rglob("*.css"), *STATIC.rglob("*.min.js"), *STATIC.rglob("*.woff2"), *(APP / "fonts").iterdir()]

    assert {str(path.relative_to(ROOT)) for path in built} <= set(MANIFEST["files"])


def test_every_colour_of_the_style_sheet_is_a_token():
    without_tokens = re.sub(r"--[\w-]+: ?#[0-9a-fA-F]{3,8}", "", CSS)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgb\(\d", without_tokens) == []


def test_the_identity_is_the_designs():
    light = CSS.split(":root{")[1].split("}")[0]

    assert {name: re.search(rf"--gt-{name}: ?(#\w+)", light)[1] for name in IDENTITY} == IDENTITY


IDENTITY = {
    "ink": "#14213d",
    "action": "#0f5c4d",
    "link": "#0b5cab",
    "gold": "#c98a00",
    "met": "#1e6b3a",
    "late": "#b3261e",
    "excused": "#5b3f8c",
    "waiting": "#5a6570",
}


def test_gold_is_for_lines_and_shapes_never_for_words():
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", CSS)

    assert [selector for selector, body in rules if re.search(r"(?:^|;)color:var\(--gt-gold\)", body)] == []


def test_every_file_the_style_sheet_points_at_is_there():
    addresses = re.findall(r"url\(\"?([^)\"]+)\"?\)", CSS)

    assert addresses
    assert [address for address in addresses if not (STATIC / address).is_file()] == []


def test_no_script_points_at_a_source_map():
    assert [path.name for path in STATIC.rglob("*.js") if "sourceMappingURL" in path.read_text()] == []


def test_the_fonts_for_documents_are_true_type():
    heads = {path.name: path.read_bytes()[:4] for path in (APP / "fonts").glob("*.ttf")}

    assert heads == {
        "AtkinsonHyperlegible-Regular.ttf": b"\x00\x01\x00\x00",
        "AtkinsonHyperlegible-Bold.ttf": b"\x00\x01\x00\x00",
    }


def test_a_first_visit_is_light(page):
    """Bar P12: at most 100 kB transferred, compressed, with the HTML; here gzip, brotli is smaller still."""
    squeezed = [
        STATIC / name for name in ("golden-thread.css", "govuk-frontend.min.js", "golden-thread.js", "enabled.js")
    ]
    fonts = [path for path in (STATIC / "fonts").iterdir() if "extended" not in path.name]

    html = page("/design/layout/family/").encode()
    weight = len(gzip.compress(html)) + sum(len(gzip.compress(path.read_bytes())) for path in squeezed)
    weight += sum(path.stat().st_size for path in fonts)

    assert weight < 70_000
