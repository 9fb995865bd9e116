"""Keep what people say, word for word; mend a slip without losing the first wording; say what changed because of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from goldenthread.access.permissions import NotFound, Refused, require
from goldenthread.access.reach import Reach
from goldenthread.access.viewer import Viewer
from goldenthread.audit.log import record
from goldenthread.documents.actions import add_document
from goldenthread.documents.models import Audience as DocumentAudience
from goldenthread.documents.models import Document, Kind
from goldenthread.documents.queries import document_for
from goldenthread.documents.types import Taken

from ..models import Audience, Change, Contribution, Cycle, How, Question, Review, Voice
from ..permissions import VOICE_ADD, VOICE_READ
from ..queries.children import child_for, is_family
from ..queries.words import words_for
from .rows import beside, new_about


@dataclass(frozen=True)
class Said:
    """What somebody said: whose voice, the words untouched, how they came, who helped, and who may read them."""

    voice: str
    words: str
    audience: str
    said_by: str
    how: str = How.TYPED
    question: str = Question.OTHER
    helped_by: str = ""
    document_id: UUID | None = None


def own_voice(by: Viewer) -> Voice:
    """In whose voice this viewer speaks for themselves."""
    return {Reach.FAMILY: Voice.PARENT, Reach.SELF: Voice.CHILD}.get(by.role.reach, Voice.TEACHER)


def usual_audience(by: Viewer) -> Audience:
    """Who reads unless the speaker chooses otherwise: a family member's words are not for the rest of the family."""
    return {Reach.FAMILY: Audience.AUTHOR, Reach.SELF: Audience.NOT_PARENTS}.get(by.role.reach, Audience.EVERYONE)


@transaction.atomic
def add_words(
    *, by: Viewer, child: UUID, said: Said, cycle: Cycle | None = None, review: Review | None = None,
    taken: Taken | None = None,
) -> Contribution:  # fmt: skip
    """Keep somebody's words. Families speak for themselves only; staff also write down what others said to them.

    taken: a report that goes with them; it is put on the child's record for the same readers and nobody can open it
    before the virus check. said.document_id: one that is there already, which the viewer may open.
    Raises NotFound outside the viewer's children, Refused for no words.
    """
    require(by, VOICE_ADD)
    about = child_for(by, child, VOICE_ADD)
    if not said.words.strip():
        raise Refused(_("There are no words to keep yet."))
    own = said.voice == own_voice(by)
    if is_family(by) and not own:
        raise NotFound("another's voice")
    if taken is not None:
        said = replace(said, document_id=_on_record(by, about.pk, said, taken).pk)
    elif said.document_id is not None and document_for(by, said.document_id).child_id != about.pk:
        raise NotFound("another child's document")
    words = Contribution.objects.create(
        **(beside(review or cycle) if review or cycle else new_about(by, about.pk)),  # type: ignore[arg-type]
        account_id=by.person if own and said.said_by == by.name else None,
        recorded_by_id=by.person,
        on=by.today,
        cycle=cycle,
        review=review,
        **vars(said),
    )
    record(by, "words.added", words, child=about.pk, voice=said.voice, how=said.how, audience=said.audience)
    return words


def _on_record(by: Viewer, child: UUID, said: Said, taken: Taken) -> Document:
    """Put a report on the record: whoever may read the words may open it, and narrower where the two do not match."""
    audience = DocumentAudience.EVERYONE if said.audience == Audience.EVERYONE else DocumentAudience.SCHOOL
    title = _("%(who)s, %(file)s") % {"who": said.said_by, "file": taken.name}
    return add_document(by=by, child=child, taken=taken, title=title[:200], kind=Kind.REPORT, audience=audience)


def _one_at_a_time(key: UUID) -> None:
    """Whoever mends the same words waits. The rows themselves cannot be locked: nobody may change them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"words:{key}"])


@transaction.atomic
def mend_words(*, by: Viewer, words: UUID, mended: str) -> Contribution:
    """Put a slip right. The first wording stays, and the record says that it was mended.

    Only whoever wrote it down may; two who mend the same wording at once: the later is refused.
    """
    require(by, VOICE_ADD)
    before = words_for(by, words)
    if before.recorded_by_id != by.person:
        raise Refused(_("Only the person who wrote this down can put it right. Add your own words beside it."))
    _one_at_a_time(before.pk)
    if Contribution.objects.filter(mends=before).exists():
        raise Refused(_("This was already put right in the meantime. Open the page again to see it."))
    if not mended.strip():
        raise Refused(_("There are no words to keep yet."))
    kept = ("voice", "question", "how", "said_by", "helped_by", "audience", "account_id", "document_id")
    links = ("concern_id", "cycle_id", "review_id", "session_id", "on")
    values = {name: getattr(before, name) for name in (*kept, *links)}
    after = Contribution.objects.create(
        **beside(before), **values, words=mended, recorded_by_id=by.person, mends=before
    )
    record(by, "words.mended", after, child=after.child_id)
    return after


@transaction.atomic
def record_change(*, by: Viewer, words: UUID, changed: str) -> Change:
    """Say what the school changed because of what somebody said. They will read it."""
    require(by, VOICE_READ)
    said = words_for(by, words)
    if not changed.strip():
        raise Refused(_("Say what changed."))
    change = Change.objects.create(
        **beside(said), contribution=said, words=changed.strip(), on=by.today, by_id=by.person
    )
    record(by, "words.changed_something", change, child=said.child_id)
    return change
