"""Really at once: several people press at the same moment, on connections of their own."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import Refused
from goldenthread.local_offer.editing.actions import writing
from goldenthread.local_offer.editing.actions.moderating import approve_version, reject_version
from goldenthread.local_offer.editing.models import Claim, VersionEntry
from goldenthread.local_offer.models import Listing, ServiceVersion
from tests.factories.editing import SITE, said
from tests.factories.people import mails
from tests.factories.world import inside, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """The answer, or the kind of refusal, of each act; all begun together."""

    def one(act):
        try:
            return act()
        except Refused as refusal:
            return type(refusal).__name__
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return list(pool.map(one, acts))


def as_viewer(viewer, action, answer="done", **facts):
    def act():
        with seen_by(viewer):
            action(by=viewer, **facts)
        return answer

    return act


def test_one_of_two_moderators_decides(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    seen, moderator, officer = writing.mark_of_version(sent), shop.moderator, shop.officer

    answers = at_once(
        as_viewer(moderator, approve_version, "approved", version=sent.pk, seen=seen, site=SITE),
        as_viewer(officer, reject_version, "rejected", version=sent.pk, reason="No", site=SITE),
    )

    with inside(shop.area):
        state = ServiceVersion.objects.get(pk=sent.pk).state
        decided = VersionEntry.objects.filter(version=sent).exclude(move="submit").count()
    shown = Listing.objects.get(pk=shop.entry.pk).name
    assert Counter(answers) == Counter([state, "Refused"])
    assert decided == 1
    assert shown == ("Plover swimming club" if state == "approved" else "Plover swimming")


def test_of_two_who_save_a_section_at_once_one_is_told(shop):
    before = shop.fresh().description
    owner, editor = shop.owner, shop.editor

    def save(words):
        return {
            "service": shop.entry.pk, "section": "about", "write": said(description=words),
            "seen": lambda now: now["service"]["description"] == before,
        }  # fmt: skip

    answers = at_once(
        as_viewer(owner, writing.write_section, "owner", **save("What the owner wrote.")),
        as_viewer(editor, writing.write_section, "editor", **save("What the editor wrote.")),
    )

    winner = next(answer for answer in answers if answer != "ChangedMeanwhile")
    assert Counter(answers) == Counter([winner, "ChangedMeanwhile"])
    assert shop.pending().contents["service"]["description"] == f"What the {winner} wrote."


def test_a_notice_and_an_approval_at_once_are_both_there_afterwards(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    seen, moderator, officer = writing.mark_of_version(sent), shop.moderator, shop.officer

    answers = at_once(
        as_viewer(moderator, approve_version, version=sent.pk, seen=seen, site=SITE),
        as_viewer(
            officer,
            writing.change_small,
            service=shop.entry.pk,
            write=said(alert="Closed on Monday"),
            seen=lambda _now: True,
        ),
    )
    if "Refused" in answers:  # the notice came first, so the moderator looks again at what it was taken over into
        with seen_by(moderator):
            now = ServiceVersion.objects.get(pk=sent.pk)
            approve_version(by=moderator, version=sent.pk, seen=writing.mark_of_version(now), site=SITE)

    entry = Listing.objects.get(pk=shop.entry.pk).entry
    with inside(shop.area):
        newest = shop.fresh().versions.filter(state="approved").first()
    assert (entry["name"], entry["alert"]) == ("Plover swimming club", "Closed on Monday")
    assert (newest.contents["service"]["name"], newest.contents["service"]["alert"]) == (entry["name"], entry["alert"])


def test_six_copies_of_one_claim_are_one_claim_and_one_mail(shop):
    address = reverse("claim_entry", args=[shop.entry.pk])
    data = {"name": "Cleo", "job_title": "Manager", "email": "cleo@example.org", "words": "", "submission_key": "same"}

    answers = at_once(*[lambda: Client().post(address, data).status_code for _number in range(6)])

    with inside(shop.area):
        assert Claim.objects.count() == 1
    assert answers == [302] * 6
    assert [mail[0] for mail in mails()] == ["cleo@example.org"]
