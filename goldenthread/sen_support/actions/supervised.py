"""One sitting in which a younger child gives their views, on a device that can do nothing else meanwhile."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import Refused, require
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.people.rights import is_young_person

from ..models import Audience, Contribution, How, SupervisedSession, Voice
from ..permissions import SUPERVISED_VIEWS_RECORD
from ..queries.children import child_for
from ..queries.plans import open_cycle
from .rows import beside, new_about

LASTS = timedelta(minutes=60)
FINISHING = timedelta(minutes=30)  # after the end, for words that a child had begun before it


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


@transaction.atomic
def start_session(*, by: Viewer, child: UUID, now: datetime, helped_by: str = "") -> tuple[SupervisedSession, str]:
    """Begin a sitting for one child. Answers it with its key, which is shown to the device only and kept as a hash.

    Refused for a young person: they hold the rights themselves and have their own account.
    """
    require(by, SUPERVISED_VIEWS_RECORD)
    about = child_for(by, child, SUPERVISED_VIEWS_RECORD)
    if is_young_person(about.born_on, by.today):
        raise Refused(_("%s holds their own rights now. Invite them to their own page instead.") % about.first_name)
    key = secrets.token_urlsafe(32)
    session = SupervisedSession.objects.create(
        **new_about(by, about.pk), started_by_id=by.person, started_role=by.role.key, helped_by=helped_by,
        key_hash=hash_of(key), started_at=now, ends_at=now + LASTS,
    )  # fmt: skip
    record(by, "supervised_views.started", session, child=about.pk)
    return session, key


def is_over(session: SupervisedSession, now: datetime) -> bool:
    return session.ended_at is not None or now >= session.ends_at


def takes_words(session: SupervisedSession, now: datetime, began_at: datetime) -> bool:
    """Whether words begun at that moment are still taken: during the sitting, and for half an hour after it ended by
    itself when they were begun before. After somebody ended it by hand nothing is."""
    in_time = began_at < session.ends_at and now < session.ends_at + FINISHING
    return session.ended_at is None and (in_time or not is_over(session, now))


@transaction.atomic
def keep_view(
    *, by: Viewer, session: SupervisedSession, now: datetime, began_at: datetime, question: str, words: str, how: str,
    family_may_read: bool,
) -> Contribution:  # fmt: skip
    """Keep what the child said in the sitting, word for word, with who sat with them and who helped.

    by: the grown-up who started it. began_at: when the question was opened. Refused once words are no longer taken.
    """
    locked = SupervisedSession.objects.select_for_update().get(pk=session.pk)
    if not takes_words(locked, now, began_at):
        raise Refused(_("This sitting is over. What was said before is kept. A grown-up can start a new one."))
    words_kept = Contribution.objects.create(
        **beside(locked), voice=Voice.CHILD, question=question, words=words, how=How(how),
        said_by=locked.child.first_name, helped_by=locked.helped_by or by.name, recorded_by_id=by.person, on=by.today,
        audience=Audience.EVERYONE if family_may_read else Audience.NOT_PARENTS, session=locked,
        cycle=open_cycle(by, locked.child_id),
    )  # fmt: skip
    record(by, "words.added", words_kept, child=locked.child_id, voice="child", supervised=True)
    return words_kept


@transaction.atomic
def end_session(*, by: Viewer, session: SupervisedSession, now: datetime) -> SupervisedSession:
    """Finish a sitting. Finishing it twice changes nothing."""
    locked = SupervisedSession.objects.select_for_update().get(pk=session.pk)
    if locked.ended_at is None:
        locked.ended_at = min(now, locked.ends_at)
        locked.save(update_fields=["ended_at"])
        record(by, "supervised_views.ended", locked, child=locked.child_id)
    return locked
