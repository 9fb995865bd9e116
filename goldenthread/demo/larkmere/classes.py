"""Classes and tutor groups of a school in the running year."""

from goldenthread.demo.larkmere.part import Part
from goldenthread.demo.larkmere.rows import RegistrationGroupRow
from goldenthread.demo.larkmere.school_calendar import SCHOOL_YEAR
from goldenthread.demo.larkmere.schools import School
from goldenthread.demo.larkmere.seed import Keys

_LETTERS = "ABCDEFGHJKLMNPQRTUVW"


def class_size(school: School) -> int:
    """The most pupils in one class."""
    return {"special": 9, "alternative provision": 7, "nursery": 24, "sixth form": 28}.get(school.plan.phase, 30)


def write_classes(
    keys: Keys,
    part: Part,
    school: School,
    sizes: list[tuple[int, int]],
) -> dict[int, list[RegistrationGroupRow]]:
    """The classes of each year group: 4A, 4B and so on; RA for Reception, NA for the nursery year."""
    classes: dict[int, list[RegistrationGroupRow]] = {}
    for year, size in sizes:
        code = {-1: "N", 0: "R"}.get(year, str(year))
        year_group = "N2" if year == -1 else code
        count = max(1, -(-size // class_size(school)))
        classes[year] = [
            RegistrationGroupRow(
                keys.new(),
                school.key,
                SCHOOL_YEAR,
                f"{code}{_LETTERS[n]}",
                year_group,
                f"Room {max(year, 0) * 4 + n + 1}",
            )
            for n in range(count)
        ]
        part.rows[RegistrationGroupRow] += classes[year]
    return classes
