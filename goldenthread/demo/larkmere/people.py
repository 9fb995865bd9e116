"""The people a visitor of the demo can become with one click."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from goldenthread.demo.larkmere.borough import parts
from goldenthread.demo.larkmere.cast import AUTHORITY, SPEECH
from goldenthread.demo.larkmere.schools import FAIRMEAD, HOLLOW_OAK


class DemoPerson(NamedTuple):
    """Somebody to be for a while."""

    slug: str
    person: UUID  # key of their PersonRow
    name: str
    role: str  # in plain words
    organisation_name: str  # "" for families
    sentence: str  # who they are
    look_at: str  # what to look at first
    child: UUID | None  # the child to open first, if there is one


_PEOPLE: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    ("amara/ada", "Ms Ada Bello", "Parent", "",
     "Mother of Amara, who is in Year 4 and in week 7 of her third plan.",
     "My child: what was done this week, the missed session and when it is made up, and the review on 10 December.",
     "amara"),
    ("kofi/craig", "Mr Craig Reid", "Parent living apart", "",
     "Father of Kofi; he and Kofi's mother live apart and do not agree.",
     "His own letters and his own words beside hers, and that neither sees where the other lives.", "kofi"),
    ("lena/sonia", "Ms Sónia Costa", "Parent with an interpreter", "",
     "Mother of Lena; she works nights and reads Portuguese.",
     "How the school says sorry for a month of missed sessions, and the review on 25 November.", "lena"),
    ("elsie/jodie", "Ms Jodie Marlow", "Parent, address withheld", "",
     "Mother of Elsie; where they live may be known to four people only.",
     "Who has looked at her daughter's record, and that no page shows the address.", "elsie"),
    ("chidi/child", "Chidi Okafor-Lewis", "Young person", "",
     "In Year 12; since 27 June 2026 the rights are his own.",
     "My plan, in his words, and what he decided his mother may see.", "chidi"),
    ("lane", "Mr Daniel Lane", "Class teacher", HOLLOW_OAK,
     "Teaches 4B, where Amara, Kofi, Lena and Ravi read together.",
     "Today: the reading group at 09.10 is a make-up session, and Lena's profile changed yesterday.", "amara"),
    ("quaye", "Mrs Bernadette Quaye", "Teaching assistant", HOLLOW_OAK,
     "Leads the reading group and speech practice in Year 4.",
     "Today's sessions: record a whole group in two taps.", ""),
    ("wrona", "Ms Hanna Wrona", "Cover teacher", HOLLOW_OAK,
     "Takes any class at short notice.", "The cover view of 4B: what to know before the first lesson.", ""),
    ("osei", "Ms Joanna Osei", "SENCO", HOLLOW_OAK,
     "Answers for 62 children on SEN Support.",
     "The register: reviews due in three weeks, children under 75 per cent delivered, one worry undecided for six days.",
     "lena"),
    ("rahman", "Mr Idris Rahman", "SENCO", FAIRMEAD,
     "Answers for 130 pupils on SEN Support in a school of 1,104.",
     "Yusuf's four reviews in two schools, and the request that is being made ready.", "yusuf"),
    ("oak-head", "Mrs Marguerite Falade", "Headteacher", HOLLOW_OAK,
     "Answers for everything, and keeps one address that nobody else may see.",
     "Delivered against planned for the whole school, and what October's absence did to it.", "elsie"),
    ("pinnock", "Mr Desmond Pinnock", "Governor", HOLLOW_OAK,
     "SEN link governor: sees numbers, never names.", "The school's figures, with small numbers hidden.", ""),
    ("pooley", "Mrs Gillian Pooley", "Data manager", HOLLOW_OAK,
     "Keeps the roll, the census and the class lists.", "Bringing in files: what each would change is shown before anything does.", ""),
    ("calloway", "Ms Ruth Calloway", "Adviser", SPEECH,
     "Speech and language therapist who was asked about Amara.",
     "Advice asked of her: what was asked, by when and what was sent to her.", "amara"),
    ("akande", "Ms Fola Akande", "Case officer", AUTHORITY,
     "Case officer of the council.", "What she may not see: no child's SEN Support until it is shared with her.", ""),
    ("maynard", "Mr Stephen Maynard", "Authority manager", AUTHORITY,
     "Head of SEND of the council.", "The settings of the area and whom to ask there; no child's SEN Support.", ""),
    ("cottrell", "Ms Wendy Cottrell", "Platform administrator", AUTHORITY,
     "Looks after accounts and organisations.", "That running the system does not open one child's record.", ""),
)  # fmt: skip


def demo_people(people: Mapping[str, UUID] | None = None, children: Mapping[str, UUID] | None = None,
                ) -> tuple[DemoPerson, ...]:  # fmt: skip
    """Everybody a visitor can become.

    Give the `people` and `children` gathered from the parts while loading them; without them the area is
    made once more to find their keys, which takes some seconds.
    """
    if people is None or children is None:
        people, children = named_keys()
    return tuple(
        DemoPerson(slug.replace("/", "-"), people[slug], name, role, organisation, sentence, look_at,
                   children[child] if child else None)
        for slug, name, role, organisation, sentence, look_at, child in _PEOPLE
    )  # fmt: skip


def named_keys() -> tuple[dict[str, UUID], dict[str, UUID]]:
    """Keys of the named adults and of the children of the stories, by slug."""
    people: dict[str, UUID] = {}
    children: dict[str, UUID] = {}
    for part in parts():
        people |= part.people
        children |= part.children
    return people, children
