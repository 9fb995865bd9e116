"""Social, emotional and mental health needs."""

from goldenthread.demo.larkmere.support.catalogue import FEEL
from goldenthread.demo.larkmere.support.script import Gauge
from goldenthread.demo.larkmere.support.stock.model import DoseStock, NeedStock, Strand

_ELSA = DoseStock(
    "emotional-literacy", "Half an hour a week with the emotional literacy assistant, on a plan of six themes",
    "Emotional literacy support assistant, supervised each half term by an educational psychologist",
    30, 1, 1, "the rainbow room",
    ("Names the feeling before it takes over, most days.", "Uses the 'three things' card without being shown it."),
    ("Good in the room; carrying it into class is the next step.",),
)  # fmt: skip
_CHECK_IN = DoseStock(
    "check-in", "Ten minutes with {his} key adult before registration: how was the night, what is today",
    "Key adult, the same one each day", 10, 5, 1, "the office corner",
    ("Comes in by the front door now.", "Late twice this half term; it was twice a week before."),
    ("Key adult's rota clashed on Wednesdays; a second adult shares it.",),
)  # fmt: skip
_MENTOR = DoseStock(
    "mentoring", "The week looked back on and the next one planned", "Learning mentor", 30, 1, 1, "the learning base",
    ("Comes without being fetched.", "Set {his} own goal this term and kept it."),
    ("Missed for trips and tests too often; moved to a Tuesday.",),
)  # fmt: skip
_GROUP = DoseStock(
    "regulation", "Six weeks on the body's early signs, six on choosing one thing to do", "Emotional literacy assistant",
    30, 1, 5, "the rainbow room",
    ("Has one strategy that works: cold water and a walk.", "Helps younger ones with the breathing."),
    ("Plays to the group; single sessions first.",),
)  # fmt: skip
_CHOICE = DoseStock(
    "low-demand", "Two ways to do the same task; {he} picks", "Every adult who teaches {him}",
    kept=("Starts within two minutes in most lessons.", "Fewer refusals in every subject that does it."),
    changed=("Offered in three subjects of nine; shared again at briefing.",),
)  # fmt: skip

SEMH = NeedStock(
    strands=(
        Strand(
            FEEL, Gauge("Incidents of fighting or throwing", "a week", 0, 15, "down"), (0, 9), (3, 7), 2,
            "By {due} {name} will have no more than {aim} incidents of fighting or throwing a week; {base} a week now.",
            ("Behaviour log: reached in each of the last four weeks.",),
            ("Indoors it has stopped; the playground is where it still happens.",),
            ("Number unchanged; they are shorter and {he} says sorry {him}self.",),
            (_ELSA, _CHECK_IN),
        ),
        Strand(
            FEEL, Gauge("Minutes on task in a written lesson", "minutes of 30", 0, 30), (1, 13), (6, 14), 6,
            "By {due} {name} will work for {aim} minutes of a 30-minute written task; {he} works for {base} now.",
            ("Watched by the SENCO in two lessons: reached.", "Timer shows it on four days of five."),
            ("Reached in the morning. Afternoons are about half.",),
            ("Starts well and stops at the first mistake.",),
            (_CHOICE, _CHECK_IN),
        ),
        Strand(
            FEEL, Gauge("Attendance over four weeks", "%", 40, 100), (5, 13), (68, 84), 7,
            "By {due} {name} will attend at least {aim} % over four weeks; {base} % now.",
            ("Register for the last four weeks shows it.",),
            ("Up, with every Monday still missed.",),
            ("No change; the family asked for help from the wellbeing service.",),
            (_MENTOR, _CHECK_IN),
        ),
        Strand(
            FEEL, Gauge("Strategies used without a prompt", "a week", 0, 10), (2, 13), (0, 2), 3,
            "By {due} {name} will use a calming strategy without a prompt {aim} times a week; {base} now.",
            ("Counted by class staff over a fortnight.", "Reached, and once in the supermarket, says home."),
            ("Uses it when reminded by a look.",),
            ("Knows the strategies by heart. Using them when angry is another matter.",),
            (_GROUP, _ELSA),
        ),
    ),
    parent_worries=(
        "{He} says everyone hates {him}. {He} never used to talk like that.",
        "{He} cannot sleep before school. I sit on the stairs until eleven.",
        "I get called in most weeks. I want help before the call, not after.",
        "Since the move {he} will not let me out of sight.",
        "At home {he} is gentle. I do not recognise the child in the letters.",
    ),
    teacher_worries=(
        "Small things end in shouting and {he} is the one most frightened by it.",
        "Has stopped handing work in, and tears up what {he} has done.",
        "Very quiet since the summer; sits alone, eats little.",
        "Cannot bear to be wrong. Rubs out until the paper tears.",
        "Looks for a fight in the last ten minutes of break, most days.",
    ),
    tried=(
        "Reward chart for four weeks: two good days, then it made things worse.",
        "Seat by the teacher for half a term: calmer, less teased.",
        "A job at break for three weeks: the best idea so far.",
        "Calls home with good news on Fridays for a month: the family valued it.",
    ),
    reasons=(
        "Feelings keep {him} from learning most days; class strategies have been tried for a term.",
        "Attendance is falling and {he} needs a trusted adult and a plan.",
        "Incidents are rising in number; what is needed goes beyond the behaviour policy.",
    ),
    child_younger=(
        "My tummy gets hot and then I do it.", "I like the rainbow room. It smells of oranges.",
        "I said sorry. I did mean it.", "I miss my old house.", "Nobody picks me.",
        "When I do the breathing my brother laughs but it works.", "I want to be good at something.",
    ),
    child_older=(
        "I don't need fixing. I need people to back off for two minutes.",
        "It's better when someone actually asks what happened.", "Mornings are the worst. I'm OK by third lesson.",
        "I like it that not everything gets written down.", "Tell me off in private.",
        "I've been in four days out of five. That's good for me.",
    ),
    parent=(
        "{He} told me about a bad day before I had the phone call. That is progress.",
        "We use the same words as you do now and it stops some of it.",
        "Weekends are calmer. Sunday night is still Sunday night.",
        "{He} asked to go to a friend's house. First time since Easter.",
        "I would like someone to ring when it goes well too.",
        "{He} cried about the test and then did the test.",
    ),
    teacher=(
        "Good start to most days since the check-in.",
        "Works when the first step is small and certain.",
        "Comes back quicker. It was an hour; it is ten minutes.",
        "Kind to younger pupils; a job with them is the best reward.",
        "Unstructured time is the risk: the end of lunch above all.",
    ),
    adviser="kinsella",
    professional=(
        "Behaviour makes sense as watchfulness. Predictable adults matter more than consequences.",
        "Low mood rather than defiance. Small, certain success each morning is the first step.",
        "Anxiety about getting things wrong is driving refusal. Reduce the cost of mistakes.",
    ),
    helps=("A calm voice.", "Somewhere to go.", "A fresh start after.", "Ask me what happened.", "A job to do.",
           "Time before you talk to me."),
    hinders=("Being told off in front of people.", "Shouting.", "Crowds at the door.", "People bringing up yesterday."),
    communicates=(
        "If I put my hood up I am nearly at the top. Give me space.",
        "I talk when we are doing something else, like walking.",
        "I will tell one adult. Let me choose which.",
    ),
)  # fmt: skip
