"""Find in a report what may name somebody. A child of the school stops it; whatever else looks like a name is asked about.

The register of the school is read here and nowhere shown: a find says only what stands in the text anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from goldenthread.access.viewer import Viewer
from goldenthread.children.models import Child, Enrolment
from goldenthread.children.names import plain
from goldenthread.organisations.models import Organisation
from goldenthread.provision.models import Intervention

from ..comments.names import KINDS as KINDS_OF_COMMENTS
from ..comments.names import Found, possible_names
from ..models import Offer
from .contents import contents_of
from .facts import facts_of, senco_names
from .models import InformationReport
from .publishing import listing_of

CHILD = "child"  # may never stand in a report
FIRST_NAME = "first_name"
OF_CHILDREN = (CHILD, FIRST_NAME)
REMEMBERED_FOR = timedelta(days=730)  # product choice: a child who left is still known at the school for two years
KINDS = {
    CHILD: _("The name of a child of this school: take it out"),
    FIRST_NAME: _("A child of this school has this first name"),
    **KINDS_OF_COMMENTS,
}

# Bodies, laws and words of the field that stand with capitals and name nobody.
_KNOWN = (
    "code practice equality act children's children families family regulations ofsted special educational needs"
    " disability disabilities education health care plan plans officer service services team head teacher governing body"
    " governors governor assistant assistants department support needs school primary secondary academy special pupil"
    " pupils college nursery tribunal ombudsman ehc pathological emotional social mental communication interaction"
    " cognition learning sensory physical"
)
_EVERYBODY_KNOWS = frozenset(_KNOWN.split())


# The end of one sentence and the start of the next, as in "Tell the class teacher. If that does not help".
_TWO_SENTENCES = re.compile(r"(?:teacher|nurse|doctor|uncle|aunt|auntie|lady|sir|miss)\.\s", re.IGNORECASE)
# Parts whose facts hold words that the school typed itself: names of its own interventions, its entry's eligibility.
_FACTS_IN_OWN_WORDS = {"support", "admissions"}
_POINTS = re.compile(r"^\s*[-*•]\s+", re.MULTILINE)


def parts_of(viewer: Viewer, setting: Organisation, report: InformationReport) -> list[dict[str, Any]]:
    """The parts as everybody would read them: frozen once the report was sent, before that with the facts of today."""
    if report.contents is not None:
        return list(report.contents["parts"])
    facts = facts_of(viewer, setting, listing_of(setting))
    return list(contents_of(setting, report, facts, None, viewer.today)["parts"])


def _text_of(*paragraphs: str) -> str:
    """One text; each point of a list begins a line, and so a sentence."""
    return _POINTS.sub("", "\n\n".join(paragraphs))


def finds_in(viewer: Viewer, setting: Organisation, report: InformationReport) -> list[Found]:
    """Everything in the report that may name somebody, children of the school first, each once.

    Children are looked for in all of it, facts from the records too; whatever else looks like a name, in all that the
    school put into its own words, there or here. What bodies such as the advice service are called is no find.
    """
    parts, changed = parts_of(viewer, setting, report), report.what_changed
    texts = [part["text"] for part in parts]
    own_words = [fact for part in parts if part["key"] in _FACTS_IN_OWN_WORDS for fact in part["facts"]]
    known = _EVERYBODY_KNOWS | _words_everybody_knows(viewer, setting)
    own = [*_children(viewer, setting, _text_of(*texts, changed, *(fact for part in parts for fact in part["facts"])))]
    taken = {one.words for one in own}
    others = [one for one in possible_names(_text_of(*texts, changed, *own_words), known) if one.words not in taken]
    return [*own, *(one for one in others if one.kind != "title" or not _TWO_SENTENCES.match(one.words))]


def open_finds(viewer: Viewer, setting: Organisation, report: InformationReport) -> list[Found]:
    """Finds that nobody has given a reason for. A child's name stays open whatever is said."""
    said = {(one.kind, one.words) for one in report.looked_at.all()}
    found = finds_in(viewer, setting, report)
    return [one for one in found if one.kind == CHILD or (one.kind, one.words) not in said]


def _words_everybody_knows(viewer: Viewer, setting: Organisation) -> frozenset[str]:
    offer = Offer.objects.filter(authority_id=setting.authority_id).first()
    # The authority's catalogue alone: a school may call its own group after a child.
    catalogue = Intervention.objects.filter(organisation_id=viewer.authority).values_list("name", flat=True)
    texts = [setting.name, offer.area_name if offer else "", *senco_names(viewer, setting), *catalogue]
    return frozenset(word.lower() for text in texts for word in re.findall(r"[^\W\d_][\w'’-]*", text))


def _children(viewer: Viewer, setting: Organisation, text: str) -> Iterator[Found]:
    """Full names in any writing; first names where they stand with a capital letter."""
    folded, public = f" {plain(text)} ", {plain(name) for name in senco_names(viewer, setting)}
    capitals = set(re.findall(r"[^\W\d_a-zß-öø-ÿ][\w'’-]*", text))
    full: dict[str, None] = {}
    first: dict[str, None] = {}
    for child in _on_the_roll_lately(viewer, setting).only("given_name", "family_name", "known_as"):
        names = {child.name, f"{child.given_name} {child.family_name}"}
        full |= {name: None for name in sorted(names) if f" {plain(name)} " in folded and plain(name) not in public}
        given = {child.given_name, child.known_as} - {""}
        first |= {name: None for name in sorted(given) for word in capitals if _same(word, name)}
    yield from (Found(CHILD, name) for name in full)
    yield from (Found(FIRST_NAME, name) for name in first if not any(name in whole.split() for whole in full))


def _on_the_roll_lately(viewer: Viewer, setting: Organisation) -> QuerySet[Child]:
    """Children on the roll now, soon, or within the last two years, whichever body first brought their row in."""
    rolls = Enrolment.objects.filter(child_id=OuterRef("pk"), holder_id=setting.pk)
    lately = Q(to_on__isnull=True) | Q(to_on__gte=viewer.today - REMEMBERED_FOR)
    return Child.objects.filter(Exists(rolls.filter(lately))).order_by("sort_name", "pk")


def _same(word: str, name: str) -> bool:
    bare = word.replace("’", "'")
    return name in (bare, bare.removesuffix("'s"))
