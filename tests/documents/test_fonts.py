import csv
import hashlib

import pytest

from goldenthread.documents import fonts


def sources():
    with (fonts.FOLDER / "SOURCES.csv").open(encoding="utf-8", newline="") as listed:
        return list(csv.DictReader(listed))


def test_every_font_is_the_one_whose_source_and_licence_are_written_down():
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in fonts.FOLDER.glob("*.ttf")}

    assert found == {row["file"]: row["sha256"] for row in sources()}
    assert all((fonts.FOLDER / row["licence"]).read_text(encoding="utf-8") for row in sources())


@pytest.mark.parametrize(
    "letters", ["Aa0£€é", "ąćłżźŃ", "țșăîâ", "ŵŷ", "بپچڈےںٹگکۆڵټ", "ਸਤਿ", "নমস্কার", "ગુજ", "தமி", "→✓▲😀🧩"]
)
def test_letters_that_families_here_use_can_be_shown(letters):
    assert [letter for letter in letters if not fonts.can_show(letter)] == []


@pytest.mark.parametrize("letter", ["中", "\ue000"])
def test_letter_without_a_shape_is_known_as_such(letter):
    assert not fonts.can_show(letter)


@pytest.mark.parametrize("variant", ["400", "700", "400-italic"])
def test_polish_and_romanian_names_keep_one_typeface(variant):
    shapes = fonts.character_map((fonts.FOLDER / f"atkinson-hyperlegible-{variant}.ttf").read_bytes())

    assert set(map(ord, "ąćęłńóśźżĄĆĘŁŃÓŚŹŻăâîșțěščřž")) <= shapes
