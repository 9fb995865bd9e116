"""What providers write waits beside what is live; nobody loses anything to anybody."""

from __future__ import annotations

import pytest

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.local_offer.editing.actions import writing
from goldenthread.local_offer.editing.actions.moderating import (
    approve_version,
    reject_version,
    restore_version,
    send_version_back,
)
from goldenthread.local_offer.editing.actions.people import trust_provider
from goldenthread.local_offer.editing.changing import carried
from goldenthread.local_offer.editing.views.versions import changed_by_moderator
from goldenthread.local_offer.models import Listing, ServiceVersion
from goldenthread.local_offer.versions import contents_of
from tests.factories.editing import SITE, said
from tests.factories.local_offer import contact
from tests.factories.world import inside, seen_by

pytestmark = pytest.mark.django_db(transaction=True)


def approve(shop, version, by=None, seen=None):
    by = by or shop.moderator
    with seen_by(by):
        return approve_version(by=by, version=version.pk, seen=seen or writing.mark_of_version(version), site=SITE)


def shown_name(shop):
    return Listing.objects.get(pk=shop.entry.pk).name


def test_what_is_written_is_not_shown_until_a_moderator_approves(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    before = shown_name(shop)

    approve(shop, sent)

    assert before == "Plover swimming"
    assert shown_name(shop) == "Plover swimming club"


def test_approving_says_who_and_when_and_sending_says_that_it_was_checked(shop):
    sent = shop.send(shop.editor, name="Plover swimming club", why="A new name")

    approved = approve(shop, sent)

    service = shop.fresh()
    assert (approved.why, approved.made_by_id, approved.decided_by_id) == (
        "A new name", shop.editor.person, shop.moderator.person,
    )  # fmt: skip
    assert (service.assured_on, service.assurer_name) == (shop.editor.today, "Edda Editor")


def test_a_moderator_approves_only_what_they_saw(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    seen = writing.mark_of_version(sent)
    with seen_by(shop.editor):
        writing.take_back(by=shop.editor, service=shop.entry.pk)
    shop.send(shop.editor, name="Something quite different")

    with pytest.raises(Refused, match="changed since you opened"):
        approve(shop, sent, seen=seen)

    assert shown_name(shop) == "Plover swimming"


def test_two_moderators_at_once_have_one_effect(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    approve(shop, sent)

    with pytest.raises(Refused, match="already moved this on"):
        approve(shop, sent, by=shop.officer)


def test_sent_back_with_a_reason_it_is_mended_and_sent_again(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")
    with seen_by(shop.moderator):
        send_version_back(by=shop.moderator, version=sent.pk, reason="Say the price", site=SITE)
    back = shop.pending()

    again = shop.send(shop.editor, cost_statement="4 pounds")

    assert (back.state, back.decision_reason) == ("changes_asked", "Say the price")
    assert (again.pk, again.state, shown_name(shop)) == (sent.pk, "submitted", "Plover swimming")


def test_a_rejected_change_leaves_what_is_live_and_is_kept(shop):
    sent = shop.send(shop.editor, name="Plover swimming club")

    with seen_by(shop.moderator):
        reject_version(by=shop.moderator, version=sent.pk, reason="Not yours to rename", site=SITE)

    with inside(shop.area):
        kept = ServiceVersion.objects.get(pk=sent.pk)
    assert (kept.state, kept.decision_reason, shown_name(shop)) == (
        "rejected",
        "Not yours to rename",
        "Plover swimming",
    )
    assert shop.pending() is None


def test_what_is_missing_stops_sending_and_names_what(shop):
    version = shop.write(shop.editor, contacts=[], description="Too short")

    with seen_by(shop.editor), pytest.raises(Refused) as refusal:
        writing.submit_entry(by=shop.editor, service=shop.entry.pk, seen=writing.mark_of_version(version), why="")

    assert "at least 40 letters" in str(refusal.value) and "Give a telephone number" in str(refusal.value)
    assert shop.pending().state == "draft"


def test_a_provider_cannot_change_what_a_moderator_has(shop):
    shop.send(shop.editor, name="Plover swimming club")

    with pytest.raises(Refused, match="Take it back first"):
        shop.write(shop.editor, name="Another")


def test_a_moderator_may_change_it_before_approving_and_the_provider_can_see_what(shop):
    shop.send(shop.editor, name="Plover swiming club")
    mended = shop.write(shop.moderator, name="Plover swimming club")

    approved = approve(shop, mended)

    with seen_by(shop.editor):
        lines = [
            (line.name, line.before, line.after) for group in changed_by_moderator(approved) for line in group.lines
        ]
    assert shown_name(shop) == "Plover swimming club"
    assert lines == [("Name", "Plover swiming club", "Plover swimming club")]


def test_the_later_of_two_writers_is_told_and_nothing_is_overwritten(shop):
    shop.write(shop.owner, description="The owner's new words, which say clearly what happens at the pool.")

    with seen_by(shop.editor), pytest.raises(writing.ChangedMeanwhile):
        writing.write_section(
            by=shop.editor, service=shop.entry.pk, section="about", write=said(description="Mine"),
            seen=lambda now: now["service"]["description"].startswith("Swimming on Saturday"),
        )  # fmt: skip

    assert shop.pending().contents["service"]["description"].startswith("The owner's new words")


def test_checking_changes_only_the_day_and_needs_no_approval(shop):
    with inside(shop.area):
        before = contents_of(shop.fresh())

    with seen_by(shop.editor):
        writing.check_entry(by=shop.editor, service=shop.entry.pk)

    with inside(shop.area):
        after = contents_of(shop.fresh())
    trust = {"assured_on": "2026-11-20", "assurer_name": "Edda Editor"}
    assert after == before | {"service": before["service"] | trust}
    assert str(Listing.objects.get(pk=shop.entry.pk).assured_on) == "2026-11-20"


def test_checking_beside_a_change_keeps_both(shop):
    shop.write(shop.owner, name="Plover swimming club")
    with seen_by(shop.editor):
        writing.check_entry(by=shop.editor, service=shop.entry.pk)
    sent = shop.send(shop.owner)

    approve(shop, sent)

    with inside(shop.area):
        newest = shop.fresh().versions.filter(state="approved").first()
    assert (newest.pk, shown_name(shop)) == (sent.pk, "Plover swimming club")


def test_a_restored_version_says_again_what_it_said(shop):
    with inside(shop.area):
        first = shop.fresh().versions.get(number=1)
    approve(shop, shop.send(shop.editor, name="Plover swimming club", contacts=[contact(phone="020 7946 0199")]))

    with seen_by(shop.officer):
        _made, live = restore_version(by=shop.officer, version=first.pk, why="The old name was right")

    with inside(shop.area):
        now = contents_of(shop.fresh())
    told = {name: value for name, value in now["service"].items() if name not in ("assured_on", "assurer_name")}
    before = {name: value for name, value in first.contents["service"].items() if name in told}
    assert (live, told) == (True, before)
    assert {part: now[part] for part in ("contacts", "places")} == {
        part: first.contents[part] for part in ("contacts", "places")
    }


def test_a_provider_who_restores_waits_for_approval_like_for_any_change(shop):
    with inside(shop.area):
        first = shop.fresh().versions.get(number=1)
    approve(shop, shop.send(shop.editor, name="Plover swimming club"))

    with seen_by(shop.owner):
        made, live = restore_version(by=shop.owner, version=first.pk, why="The old name was right")

    assert (live, made.state, made.kind) == (False, "draft", "restore")
    assert shown_name(shop) == "Plover swimming club"


def test_another_providers_entry_is_not_found(shop):
    version = shop.send(shop.editor, name="Plover swimming club")
    with inside(shop.area):
        theirs = shop.other_entry.versions.get()

    for act in (
        lambda: shop.write(shop.owner, shop.other_entry, name="Mine now"),
        lambda: _as(shop.owner, writing.check_entry, service=shop.other_entry.pk),
        lambda: _as(shop.owner, restore_version, version=theirs.pk, why="Because"),
        lambda: _as(shop.owner, approve_version, version=version.pk, seen="", site=SITE),
        lambda: _as(shop.owner, writing.publish_entry, service=shop.entry.pk, seen="", why=""),
    ):
        with pytest.raises(NotFound):
            act()
    assert shop.pending(shop.other_entry) is None


def _as(by, action, **facts):
    with seen_by(by):
        return action(by=by, **facts)


def test_small_changes_wait_for_those_who_are_not_trusted_and_go_live_for_those_who_are(shop):
    with seen_by(shop.editor):
        _version, first = writing.change_small(
            by=shop.editor, service=shop.entry.pk, write=said(alert="Closed on Monday"), seen=lambda _now: True
        )
    hidden = Listing.objects.get(pk=shop.entry.pk).entry["alert"]
    with seen_by(shop.officer):
        trust_provider(by=shop.officer, provider=shop.provider.pk, trusted=True)
    with seen_by(shop.editor):
        _version, second = writing.change_small(
            by=shop.editor, service=shop.entry.pk, write=said(alert="Closed on Tuesday"), seen=lambda _now: True
        )

    assert (first, second, hidden) == (False, True, "")
    assert Listing.objects.get(pk=shop.entry.pk).entry["alert"] == "Closed on Tuesday"


def test_a_trusted_provider_changes_nothing_else_without_approval(shop):
    with seen_by(shop.officer):
        trust_provider(by=shop.officer, provider=shop.provider.pk, trusted=True)

    with seen_by(shop.editor), pytest.raises(Refused):
        writing.change_small(
            by=shop.editor, service=shop.entry.pk, write=said(name="Free sweets"), seen=lambda _now: True
        )
    with seen_by(shop.editor), pytest.raises(Refused):
        writing.change_small(by=shop.editor, service=shop.entry.pk, write=said(contacts=[]), seen=lambda _now: True)

    assert shown_name(shop) == "Plover swimming"


def test_what_goes_live_beside_a_change_is_taken_over_where_its_writer_left_it():
    before = {"service": {"name": "A", "alert": ""}, "contacts": [{"id": "1"}], "places": []}
    after = {"service": {"name": "A", "alert": "Closed"}, "contacts": [{"id": "2"}], "places": []}
    pending = {"service": {"name": "B", "alert": ""}, "contacts": [{"id": "1"}, {"id": "3"}], "places": []}

    found = carried(pending, before, after)

    kept = {name: [] for name in ("areas", "costs", "schedules", "events", "answers", "bodies")}
    assert found == kept | {
        "service": {"name": "B", "alert": "Closed"}, "contacts": [{"id": "1"}, {"id": "3"}], "places": [],
    }  # fmt: skip
