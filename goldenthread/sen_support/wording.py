"""What a page says about words: who spoke, how the words came and who may read them, said to the very reader.

A young person reads "You wrote this", never "the child or young person"; a parent reads their child's name.
"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from goldenthread.access.viewer import Viewer

from .models import Audience, Concern, Contribution, Decision, How, Voice
from .queries.children import is_family, is_own
from .states import CONCERN


def is_readers_own(viewer: Viewer, words: Contribution) -> bool:
    """Whether the reader said this: by their own account, or as the young person whose record it is."""
    return words.account_id == viewer.person or (is_own(viewer) and words.voice == Voice.CHILD)


def how_it_was_said(viewer: Viewer, words: Contribution) -> str:
    """ "You wrote this on 8 November 2026." """
    about = {"who": words.said_by, "day": date_format(words.on, "j F Y")}
    if words.how == How.OBSERVED and is_readers_own(viewer, words) and is_own(viewer):
        return _("Somebody who knows you well saw this on %(day)s.") % about
    sentences = _to_the_speaker() if is_readers_own(viewer, words) else _to_others()
    return sentences[How(words.how)] % about


def _to_the_speaker() -> dict[How, str]:
    return {
        How.SAID: _("You said this on %(day)s. It was written down word for word."),
        How.TYPED: _("You wrote this on %(day)s."),
        How.DRAWN: _("You drew or made this on %(day)s, and it was described."),
        How.SYMBOLS: _("You chose this with symbols or pictures on %(day)s."),
        How.OBSERVED: _("You saw this and wrote it down on %(day)s."),
        How.REPORT: _("You gave a written report on %(day)s. This is from it."),
    }


def _to_others() -> dict[How, str]:
    return {
        How.SAID: _("%(who)s said this on %(day)s. It was written down word for word."),
        How.TYPED: _("%(who)s wrote this on %(day)s."),
        How.DRAWN: _("%(who)s drew or made this on %(day)s, and it was described."),
        How.SYMBOLS: _("%(who)s chose this with symbols or pictures on %(day)s."),
        How.OBSERVED: _("%(who)s: seen by somebody who knows them well, %(day)s."),
        How.REPORT: _("%(who)s: from a written report, %(day)s."),
    }


def who_may_read(viewer: Viewer, words: Contribution, name: str) -> str:
    """Who may read it, in one or two sentences. name: the child's first name."""
    about = {"name": name, "who": words.said_by}
    if is_own(viewer):
        return _readers_for_young_person(Audience(words.audience))
    if is_family(viewer):
        return _readers_for_parent(Audience(words.audience)) % about
    return _readers_for_staff(Audience(words.audience)) % about


def _readers_for_young_person(audience: Audience) -> str:
    if audience == Audience.EVERYONE:
        return _("The school and you can read it. So can the parents or carers who may see your record.")
    return _("The school and you can read it. Your parents and carers cannot.")


def _readers_for_parent(audience: Audience) -> str:
    if audience == Audience.EVERYONE:
        return _("The school can read it. So can you, and the rest of %(name)s's family who may see this record.")
    if audience == Audience.NOT_PARENTS:
        return _("The school, you and %(name)s can read it. Other parents and carers cannot.")
    return _("The school and you can read it. The rest of %(name)s's family cannot.")


def _readers_for_staff(audience: Audience) -> str:
    return {
        Audience.EVERYONE: _("The school and %(name)s's family can read it."),
        Audience.AUTHOR: _("The school and %(who)s can read it. The rest of %(name)s's family cannot."),
        Audience.NOT_PARENTS: _("The school and %(name)s can read it. Parents and carers cannot."),
        Audience.SCHOOL: _("Only staff of the school can read it."),
    }[audience]


def with_role(name: str, role: str, interpreters: Mapping[str, str]) -> str:
    """ "Ms Sónia Costa (mother; needs an interpreter: Portuguese)". interpreters: the language of each who needs one."""
    if name not in interpreters:
        return f"{name} ({role})"
    if not interpreters[name]:
        return _("%(name)s (%(role)s; needs an interpreter)") % {"name": name, "role": role}
    said = {"name": name, "role": role, "language": interpreters[name]}
    return _("%(name)s (%(role)s; needs an interpreter: %(language)s)") % said


def voice_of(viewer: Viewer, voice: Voice, name: str) -> str:
    """The heading over the words of one voice. name: the child's first name."""
    if is_own(viewer):
        return {Voice.CHILD: _("You"), Voice.PARENT: _("Your parents and carers")}.get(voice, str(voice.label))
    if is_family(viewer):
        theirs = _("You and %(name)s's other parents or carers") % {"name": name}
        return {Voice.CHILD: name, Voice.PARENT: theirs}.get(voice, str(voice.label))
    return name if voice == Voice.CHILD else str(voice.label)


def stands_at(concern: Concern) -> str:
    """Where a worry stands, in a few words: the decision, or the state before it."""
    return concern.get_decision_display() if concern.decision else str(CONCERN.states[concern.state][0])


def decision_of(viewer: Viewer, concern: Concern, name: str) -> str:
    """What was decided about a worry; "" while nothing is. name: the child's first name."""
    if concern.decision != Decision.ALREADY_SUPPORTED:
        return concern.get_decision_display() if concern.decision else ""
    return _("Already part of your plan") if is_own(viewer) else _("Already part of %s's plan") % name
