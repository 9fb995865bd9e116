"""Adults whose names matter: those the two detailed schools' stories speak of, and the authority's officers.

Each has a slug by which stories name them.
"""

from typing import NamedTuple

from goldenthread.demo.larkmere.schools import FAIRMEAD, HOLLOW_OAK


class CastMember(NamedTuple):
    slug: str
    organisation: str
    title: str
    given_name: str
    family_name: str
    role: str  # rows.people.ROLES
    job_title: str
    registration_group: str = ""


AUTHORITY = "Larkmere Council"
SPEECH = "Larkmere Children's Speech and Language Therapy"
PSYCHOLOGY = "Larkmere Educational Psychology Service"
SENSORY = "Larkmere Sensory Support Service"
TEACHING = "Larkmere Specialist Teaching Service"
THERAPY = "Larkmere Children's Occupational Therapy and Physiotherapy"
WELLBEING = "Larkmere Child and Adolescent Mental Health Service"
PAEDIATRICS = "Larkmere Community Paediatrics"
VIRTUAL_SCHOOL = "Larkmere Virtual School"
SOCIAL_CARE = "Larkmere Children's Social Care"

SERVICES: tuple[tuple[str, str], ...] = (
    (SPEECH, "health"),
    (PSYCHOLOGY, "service"),
    (SENSORY, "service"),
    (TEACHING, "service"),
    (THERAPY, "health"),
    (WELLBEING, "health"),
    (PAEDIATRICS, "health"),
    (VIRTUAL_SCHOOL, "service"),
    (SOCIAL_CARE, "service"),
)

_TA = "teaching assistant"

CAST: tuple[CastMember, ...] = (
    CastMember("oak-head", HOLLOW_OAK, "Mrs", "Marguerite", "Falade", "head teacher", "Headteacher"),
    CastMember("osei", HOLLOW_OAK, "Ms", "Joanna", "Osei", "senco", "SENCO and assistant headteacher"),
    CastMember("lane", HOLLOW_OAK, "Mr", "Daniel", "Lane", "class teacher", "Class teacher, 4B", "4B"),
    CastMember("atwell", HOLLOW_OAK, "Ms", "Rachel", "Atwell", "class teacher", "Class teacher, 3B", "3B"),
    CastMember("nathan", HOLLOW_OAK, "Miss", "Priya", "Nathan", "class teacher", "Class teacher, 1A", "1A"),
    CastMember("stannard", HOLLOW_OAK, "Mrs", "Helen", "Stannard", "class teacher", "Class teacher, 2B", "2B"),
    CastMember("tranter", HOLLOW_OAK, "Mr", "Owen", "Tranter", "class teacher", "Class teacher, 6A", "6A"),
    CastMember("quaye", HOLLOW_OAK, "Mrs", "Bernadette", "Quaye", _TA, "Teaching assistant, Year 4", "4B"),
    CastMember("thapa", HOLLOW_OAK, "Mr", "Sunil", "Thapa", _TA, "Teaching assistant, Year 1", "1A"),
    CastMember("rolfe", HOLLOW_OAK, "Miss", "Katie", "Rolfe", _TA, "Emotional literacy assistant"),
    CastMember("noori", HOLLOW_OAK, "Mrs", "Farida", "Noori", _TA, "Teaching assistant, Year 6", "6A"),
    CastMember("wrona", HOLLOW_OAK, "Ms", "Hanna", "Wrona", "cover teacher", "Cover teacher"),
    CastMember("pooley", HOLLOW_OAK, "Mrs", "Gillian", "Pooley", "data manager", "Office and data manager"),
    CastMember("pinnock", HOLLOW_OAK, "Mr", "Desmond", "Pinnock", "governor", "SEN link governor"),
    CastMember("oak-chair", HOLLOW_OAK, "Mrs", "Sheila", "Whitlock", "governor", "Chair of governors"),
    CastMember("oak-parent-governor", HOLLOW_OAK, "Mr", "Bogdan", "Lungu", "governor", "Parent governor"),
    CastMember("oak-staff-governor", HOLLOW_OAK, "Ms", "Simran", "Virdee", "governor", "Staff governor"),
    CastMember("mead-head", FAIRMEAD, "Dr", "Anita", "Solanki", "head teacher", "Principal"),
    CastMember("rahman", FAIRMEAD, "Mr", "Idris", "Rahman", "senco", "SENCO"),
    CastMember("hartnell", FAIRMEAD, "Mrs", "Louise", "Hartnell", "class teacher", "Tutor, 9C; English", "9C"),
    CastMember("okoro", FAIRMEAD, "Mr", "Ben", "Okoro", "class teacher", "Tutor, 8D; science", "8D"),
    CastMember("teixeira", FAIRMEAD, "Ms", "Rosa", "Teixeira", "class teacher", "Tutor, 7A; maths", "7A"),
    CastMember("skelton", FAIRMEAD, "Mr", "Peter", "Skelton", "class teacher", "Tutor, 10B; history", "10B"),
    CastMember("wainwright", FAIRMEAD, "Ms", "Carol", "Wainwright", "class teacher", "Tutor, 12A; art", "12A"),
    CastMember("tmarsh", FAIRMEAD, "Ms", "Tanya", "Marsh", _TA, "Higher level teaching assistant, literacy"),
    CastMember("eze", FAIRMEAD, "Mr", "Emeka", "Eze", _TA, "Learning mentor"),
    CastMember("popa", FAIRMEAD, "Miss", "Ilinca", "Popa", _TA, "Teaching assistant, Key Stage 3"),
    CastMember("allwood", FAIRMEAD, "Mrs", "Joyce", "Allwood", _TA, "Teaching assistant, physical needs"),
    CastMember("karimi", FAIRMEAD, "Mr", "Navid", "Karimi", "cover teacher", "Cover supervisor"),
    CastMember("yip", FAIRMEAD, "Mr", "Alan", "Yip", "data manager", "Data manager"),
    CastMember("mirza", FAIRMEAD, "Mrs", "Sadia", "Mirza", "governor", "SEN link governor"),
    CastMember("mead-chair", FAIRMEAD, "Mr", "Graham", "Elphick", "governor", "Chair of the local board"),
    CastMember("mead-parent-governor", FAIRMEAD, "Ms", "Efua", "Tetteh", "governor", "Parent governor"),
    CastMember("akande", AUTHORITY, "Ms", "Fola", "Akande", "case officer", "SEND case officer"),
    CastMember("maynard", AUTHORITY, "Mr", "Stephen", "Maynard", "authority manager", "Head of SEND"),
    CastMember("shehu", AUTHORITY, "Ms", "Arta", "Shehu", "authority manager", "School improvement, inclusion"),
    CastMember("cottrell", AUTHORITY, "Ms", "Wendy", "Cottrell", "platform administrator", "Systems lead"),
    CastMember("calloway", SPEECH, "Ms", "Ruth", "Calloway", "adviser", "Speech and language therapist"),
    CastMember("ankrah", PSYCHOLOGY, "Dr", "Miriam", "Ankrah", "adviser", "Educational psychologist"),
    CastMember("howlett", SENSORY, "Mr", "Gareth", "Howlett", "adviser", "Qualified teacher of the deaf"),
    CastMember("fenton", TEACHING, "Mrs", "Ingrid", "Fenton", "adviser", "Specialist teacher, literacy"),
    CastMember("parekh", THERAPY, "Ms", "Nisha", "Parekh", "adviser", "Occupational therapist"),
    CastMember("kinsella", WELLBEING, "Dr", "Aidan", "Kinsella", "adviser", "Clinical psychologist"),
    CastMember("mukendi", PAEDIATRICS, "Dr", "Solange", "Mukendi", "adviser", "Community paediatrician"),
    CastMember("bent", SOCIAL_CARE, "Mr", "Leon", "Bent", "adviser", "Social worker"),
    CastMember("jaworski", VIRTUAL_SCHOOL, "Ms", "Maja", "Jaworski", "adviser", "Virtual school adviser"),
)


def cast_of(organisation: str) -> list[CastMember]:
    return [member for member in CAST if member.organisation == organisation]
