"""Every class that a page of any app asks for exists in the style sheet; a slip of spelling is otherwise silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "goldenthread"
CSS = (ROOT / "design_system/static/design_system/golden-thread.css").read_text()
# Names that only scripts, or only readers of the markup, look for.
WITHOUT_LOOKS = {
    "govuk-checkboxes",
    "govuk-password-input",
    "govuk-table__caption--s",
    "gt-quote",
    "gt-rows",
    "govuk-js-character-count",
    "govuk-js-password-input-input",
    "govuk-js-password-input-toggle",
    "govuk-table__body",
    "govuk-table__head",
    "govuk-table__row",
    "gt-gallery__shown",
}


def classes(text: str) -> set[str]:
    """The whole names in class attributes; names finished by a template expression are left out."""
    named = (name for value in re.findall(r'class="([^"]*)"', text) for name in re.split(r"\s|\{%.*?%\}", value))
    return {name for name in named if re.fullmatch(r"(?:gt|govuk)-[\w!-]+", name)}


TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_class_is_in_the_style_sheet(template):
    unknown = {
        name
        for name in classes(template.read_text()) - WITHOUT_LOOKS
        if not re.search(rf"\.{re.escape(name.replace('!', chr(92) + '!'))}(?![\w-])", CSS)
    }

    assert {name for name in unknown if not name.endswith("-")} == set()


def test_a_slip_of_spelling_is_noticed():
    assert classes('<p class="govuk-bodi gt-quiet{% if x %} gt-late{% endif %} gt-state--{{ kind }}">') >= {
        "govuk-bodi"
    }
    assert ".govuk-bodi" not in CSS
