"""What the four children of 4B who read together share in the autumn of 2026."""

from goldenthread.demo.larkmere.stories.telling import Who, missed, timed
from goldenthread.demo.larkmere.support.script import Absence, Promise

GROUP = "Small-group reading, 4B, autumn 2026"
EVERYBODY = (
    missed("2026-11-12", "staff ill", "Nobody else is trained to lead it", "2026-11-17", "09:10"),
    missed("2026-11-18", "trip", "Year 4 at the Roman ship museum", "2026-11-20", "09:10"),
)


def reading_group(who: Who, goal: int, own: tuple[Absence, ...] = (), continues: int = 0) -> Promise:
    """Twenty minutes on Monday, Wednesday and Thursday, from 28 September."""
    return timed(
        "small-reading",
        "Read one short book aloud in a group of four, stopping each page to say what happened and why",
        who("quaye"),
        "Teaching assistant, level 3, trained in guided reading by the specialist teacher",
        20, "023", "09:10", goal=goal, size=4, place="the library corner", group=GROUP, rate=1.0,
        absences=(*EVERYBODY, *own), continues=continues,
    )  # fmt: skip
