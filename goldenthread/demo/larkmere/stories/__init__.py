"""Twelve children whose records are written by hand and worth reading, one story a file."""

from goldenthread.demo.larkmere.stories.aaliyah import AALIYAH
from goldenthread.demo.larkmere.stories.amara import AMARA
from goldenthread.demo.larkmere.stories.chidi import CHIDI
from goldenthread.demo.larkmere.stories.elsie import ELSIE
from goldenthread.demo.larkmere.stories.jakub import JAKUB
from goldenthread.demo.larkmere.stories.kai import KAI
from goldenthread.demo.larkmere.stories.kofi import KOFI
from goldenthread.demo.larkmere.stories.lena import LENA
from goldenthread.demo.larkmere.stories.megan import MEGAN
from goldenthread.demo.larkmere.stories.ravi import RAVI
from goldenthread.demo.larkmere.stories.sami import SAMI
from goldenthread.demo.larkmere.stories.telling import Story
from goldenthread.demo.larkmere.stories.yusuf import YUSUF

STORIES: tuple[Story, ...] = (
    AMARA, LENA, KOFI, RAVI, SAMI, ELSIE, JAKUB, MEGAN, CHIDI, KAI, YUSUF, AALIYAH,
)  # fmt: skip


def stories_of(school_name: str) -> list[Story]:
    """The stories of children on roll at a school today."""
    return [story for story in STORIES if story.school == school_name]


def stories_begun_at(school_name: str) -> list[Story]:
    """The stories of children who were at this school and are at another detailed one now."""
    return [story for story in STORIES if story.former_school == school_name and story.tell_former]
