"""A report from its first word to its publication: who may, what stops it, and what the public then reads."""

from __future__ import annotations

import threading
import time
from datetime import date

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from goldenthread.access.permissions import NotFound, Refused
from goldenthread.audit.models import Entry
from goldenthread.local_offer.editing.changing import locked_entry
from goldenthread.local_offer.lifecycle import live_version, make_live, pending_version, record_version
from goldenthread.local_offer.models import Listing, Service, ServiceVersion
from goldenthread.local_offer.school_information import actions, queries
from goldenthread.local_offer.school_information.models import InformationReport, PublishedReport, ReportWords, WordsAre
from goldenthread.local_offer.school_information.naming import CHILD, open_finds
from goldenthread.local_offer.versions import contents_of
from goldenthread.organisations.models import Kind, Organisation, SettingType
from tests.factories.local_offer import NOW, make_offer
from tests.factories.school_information import (
    SITE,
    approved,
    begun,
    explained,
    governor,
    head,
    published,
    school_entry,
    senco,
    sent,
    write,
    written,
)
from tests.factories.world import LONG_AGO, TODAY, World, enrol, inside, make_child, make_setting, seen_by, viewer_of

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "https://gt.example.org/local-offer/school/{}/sen-information/"


@pytest.fixture
def world():
    found = World()
    make_offer(found.area)
    Organisation.objects.create(
        authority=found.area, kind=Kind.ADVICE_SERVICE, name="Larkmere SENDIASS", phone="020 7946 0199"
    )
    for role in ("senco", "head", "governor"):
        found.staff(role)
    return found


def public_page(school) -> str:
    return Client().get(reverse("school_report", args=[school.pk])).content.decode()


def test_the_senco_writes_the_head_approves_and_everybody_reads(world):
    service = school_entry(world)

    report = published(senco(world), head(world), parents="We meet three times a year.")

    page = public_page(world.school)
    assert "We meet three times a year." in page
    assert "Head teacher, for the governing body" in page
    assert report.state == "published"
    listing = Listing.objects.get(pk=service.pk)
    assert listing.entry["sen_information_report_url"] == ADDRESS.format(world.school.pk)
    assert listing.entry["senco_name"] == "SENCO"
    assert [row.to_state for row in _entries(world, report)] == ["draft", "waiting", "published"]


def _entries(world, report):
    with inside(world.school):
        return list(InformationReport.objects.get(pk=report.pk).entries.all())


def test_a_draft_and_a_report_that_waits_are_never_public(world, raw_url):
    from tests.local_offer.test_reader_role import all_that_is_public

    school_entry(world)
    report = written(senco(world), begun(senco(world)), parents="Plumbago words that nobody approved.")
    as_draft = Client().get(reverse("school_report", args=[world.school.pk])).status_code
    with seen_by(senco(world)) as by:
        actions.send_report(by=by, report=report.pk, site=SITE)
    as_waiting = Client().get(reverse("school_report_pdf", args=[world.school.pk])).status_code

    assert (as_draft, as_waiting) == (404, 404)
    assert "Plumbago" not in all_that_is_public(raw_url)


def test_whoever_sent_it_cannot_approve_it_but_a_governor_can(world):
    report = sent(head(world))

    with pytest.raises(Refused, match="You sent this report, so a second person .*: Governor \\(Governor\\)"):
        approved(head(world), report)
    approved(governor(world), report)

    assert "Governor, for the governing body" in public_page(world.school)


def test_an_empty_part_stops_it_and_is_counted(world):
    report = written(senco(world), begun(senco(world)))
    write(senco(world), report, "equipment", "")

    with pytest.raises(Refused, match="1 part that the law asks for is still empty"), seen_by(senco(world)) as by:
        actions.send_report(by=by, report=report.pk, site=SITE)


def test_records_that_know_the_answer_are_enough(world):
    report = written(senco(world), begun(senco(world)), senco="", local_offer="", contacts="")

    with seen_by(senco(world)) as by:
        report = actions.send_report(by=by, report=report.pk, site=SITE)

    facts = {part["key"]: part["facts"] for part in report.contents["parts"]}
    assert facts["senco"] == ["Our SENCO: SENCO.", "Telephone: 020 7946 0100.", "E-mail: office@example.org."]
    assert facts["contacts"] == ["Larkmere SENDIASS: free, impartial advice. 020 7946 0199"]
    assert facts["local-offer"][0].startswith("The SEND Local Offer of Larkmere")


def test_a_special_school_is_not_asked_for_what_is_asked_of_mainstream_schools(world):
    world.school.setting_type = SettingType.MAINTAINED_SPECIAL
    world.school.save()
    report = written(senco(world), begun(senco(world)), identification="", senco="")

    with seen_by(senco(world)) as by:
        report = actions.send_report(by=by, report=report.pk, site=SITE)

    keys = [part["key"] for part in report.contents["parts"]]
    assert "identification" not in keys and "senco" not in keys
    assert len(keys) == 21


@pytest.mark.parametrize(
    ("kind", "is_said"),
    [(SettingType.MAINTAINED, True), (SettingType.SPECIAL_ACADEMY, True), (SettingType.INDEPENDENT, False)],
)
def test_the_duty_is_printed_only_for_schools_that_have_it(world, kind, is_said):
    world.school.setting_type = kind
    world.school.save()
    published(senco(world), head(world))

    assert ("The law asks state-funded schools for this report" in public_page(world.school)) == is_said


def test_a_child_of_the_school_in_the_text_stops_it_whatever_is_said(world):
    assert world.amara
    report = written(senco(world), begun(senco(world)), fair_treatment="We gave AMARA BELLO a place at the front.")
    explained(senco(world), report)
    with seen_by(senco(world)) as by:
        found = next(one for one in open_finds(by, report.holder, report) if one.kind == CHILD)
        actions.explain_words(by=by, report=report.pk, reasons={found: WordsAre.WORD.value})
        ReportWords.objects.create(
            authority_id=report.authority_id, holder_id=report.holder_id, report=report, kind=CHILD, words=found.words,
            reason="word", by_id=by.person, at=NOW,
        )  # fmt: skip

    with pytest.raises(Refused, match="may name somebody"), seen_by(senco(world)) as by:
        actions.send_report(by=by, report=report.pk, site=SITE)


def test_a_first_name_of_a_child_at_the_start_of_a_sentence_is_asked_about(world):
    assert world.amara
    report = written(senco(world), begun(senco(world)), fair_treatment="Amara's tablet reads aloud.")

    with pytest.raises(Refused, match="may name somebody"), seen_by(senco(world)) as by:
        actions.send_report(by=by, report=report.pk, site=SITE)
    explained(senco(world), report)
    with seen_by(senco(world)) as by:
        report = actions.send_report(by=by, report=report.pk, site=SITE)

    assert report.state == "waiting"


def test_a_child_who_joins_between_sending_and_approving_stops_the_publication(world):
    report = sent(senco(world), others="we work with quill feather services")
    from tests.factories.world import make_child

    make_child(world.school, "Quill Feather")

    with pytest.raises(Refused, match="may name somebody"):
        approved(head(world), report)


def test_a_child_whom_another_school_brought_in_stops_it_once_they_are_on_the_roll_here(world):
    moved = make_child(world.other_school, "Quill Feather", to_on=date(2026, 7, 20))
    enrol(moved, world.school, from_on=date(2026, 9, 2))
    enrol(make_child(world.other_school, "Fern Thistle"), world.school, from_on=LONG_AGO, to_on=date(2025, 7, 20))
    enrol(
        make_child(world.other_school, "Larch Bracken"), world.school, from_on=date(2019, 9, 2), to_on=date(2020, 7, 20)
    )
    make_child(world.other_school, "Sorrel Teasel")
    text = "quill feather helped, as did fern thistle, larch bracken and sorrel teasel"
    report = written(senco(world), begun(senco(world)), others=text)

    with seen_by(senco(world)) as by:
        found = [one.words for one in open_finds(by, report.holder, report) if one.kind == CHILD]
        with pytest.raises(Refused, match="may name somebody"):
            actions.send_report(by=by, report=report.pk, site=SITE)

    assert found == ["Quill Feather", "Fern Thistle"]


def test_another_schools_senco_finds_nothing(world):
    from tests.factories.world import give_role, make_account

    report = begun(senco(world))
    stranger = make_account("Other SENCO")
    give_role(stranger, "senco", world.other_school)
    other = viewer_of(stranger, "senco", TODAY)

    with seen_by(other):
        with pytest.raises(NotFound):
            queries.report_for(other, report.pk)
        with pytest.raises(NotFound):
            actions.write_part(by=other, report=report.pk, heading="kinds", words="Ours", started_from="")
        with pytest.raises(NotFound):
            actions.send_report(by=other, report=report.pk, site=SITE)
        assert list(queries.reports_of(other)) == []


def test_a_governor_reads_what_was_sent_and_not_what_is_being_written(world):
    report = begun(senco(world))
    with seen_by(governor(world)) as by, pytest.raises(NotFound):
        queries.report_for(by, report.pk)
    written(senco(world), report)
    with seen_by(senco(world)) as by:
        actions.send_report(by=by, report=report.pk, site=SITE)

    with seen_by(governor(world)) as by:
        assert queries.report_for(by, report.pk).state == "waiting"


def test_only_one_report_is_written_at_a_time(world):
    begun(senco(world))

    with pytest.raises(Refused, match="begun already"), seen_by(head(world)) as by:
        actions.begin_report(by=by)


def test_next_years_report_begins_with_last_years_words_and_says_what_changed(world):
    last_year = date(2025, 11, 3)
    first = published(senco(world, last_year), head(world, last_year), parents="We meet twice.")
    second = begun(senco(world))
    write(senco(world), second, "parents", "We meet four times a year.")
    write(senco(world), second, "what-changed", "Families asked for more meetings.")

    with seen_by(senco(world)) as by:
        second = actions.send_report(by=by, report=second.pk, site=SITE)
    approved(head(world), second)

    assert second.contents["changed"] == ["How do we talk with parents and involve them?"]
    page = public_page(world.school)
    assert "Families asked for more meetings." in page
    assert "The last report was published on 3 November 2025." in page
    assert "We meet twice." not in page
    with inside(world.school):
        assert InformationReport.objects.get(pk=first.pk).state == "replaced"
        assert PublishedReport.objects.get().pk == second.pk


def test_who_saves_late_is_shown_what_stands_there_and_loses_nothing(world):
    report = begun(senco(world))
    started = actions.version_of_part(report, "pupils")
    write(head(world), report, "pupils", "The head's words.")

    with pytest.raises(actions.SavedMeanwhile) as saved, seen_by(senco(world)) as by:
        actions.write_part(by=by, report=report.pk, heading="pupils", words="Mine.", started_from=started)

    assert saved.value.words == "The head's words."


def test_sent_back_with_a_reason_it_is_a_draft_again_without_frozen_facts(world):
    report = sent(senco(world))

    with seen_by(head(world)) as by:
        report = actions.send_back(by=by, report=report.pk, reason="Say more on bullying.")

    assert (report.state, report.contents, report.sent_by_id) == ("draft", None, None)
    assert _entries(world, report)[-1].reason == "Say more on bullying."


def test_taken_down_it_is_gone_for_everybody_and_from_the_entry(world):
    service = school_entry(world)
    report = published(senco(world), head(world))

    with seen_by(head(world)) as by:
        actions.take_down(by=by, report=report.pk, reason="A family asked")

    assert Client().get(reverse("school_report", args=[world.school.pk])).status_code == 404
    assert Listing.objects.get(pk=service.pk).entry["sen_information_report_url"] == ""


def test_the_link_goes_into_the_entry_while_somebody_is_changing_it_and_is_not_taken_back(world):
    service = school_entry(world)
    with inside(world.area):
        waiting = contents_of(service)
        waiting["service"]["description"] = "Somebody is writing this, and nobody has approved it until now, at all."
        pending = record_version(service, waiting, by=None, at=NOW, why="Edit")

    published(senco(world), head(world))

    with inside(world.area):
        service = Service.objects.get(pk=service.pk)
        shown = Listing.objects.get(pk=service.pk).entry
        assert shown["sen_information_report_url"] == ADDRESS.format(world.school.pk)
        assert "nobody has approved" not in shown["description"]
        live = live_version(service)
        assert live is not None and live.contents == contents_of(service)
        make_live(ServiceVersion.objects.get(pk=pending.pk), by=None, at=NOW)
    entry = Listing.objects.get(pk=service.pk).entry
    assert entry["sen_information_report_url"] == ADDRESS.format(world.school.pk)
    assert "nobody has approved" in entry["description"]


def test_publishing_waits_for_who_is_saving_the_entry_and_loses_nothing_of_theirs(world):
    service = school_entry(world)
    with inside(world.area):
        record_version(service, contents_of(service), by=None, at=NOW, why="Edit")
    report = sent(senco(world))
    has_written = threading.Event()

    def save_entry():
        with inside(world.area):
            locked_entry(service.pk)
            pending = pending_version(service)
            pending.contents["service"]["description"] = "What somebody wrote in this very moment."
            pending.save(update_fields=["contents"])
            has_written.set()
            time.sleep(0.5)
        connections.close_all()

    saving = threading.Thread(target=save_entry)
    saving.start()
    has_written.wait(10)
    approved(head(world), report)
    saving.join()

    with inside(world.area):
        now = pending_version(service).contents["service"]
    assert (now["description"], now["sen_information_report_url"]) == (
        "What somebody wrote in this very moment.",
        ADDRESS.format(world.school.pk),
    )


def test_a_locked_field_of_the_entry_stays(world):
    service = school_entry(world, sen_information_report_url="https://school.example.org/sen/")
    with inside(world.area):
        Service.objects.filter(pk=service.pk).update(locked_fields=["sen_information_report_url"])

    published(senco(world), head(world))

    assert Listing.objects.get(pk=service.pk).entry["sen_information_report_url"] == "https://school.example.org/sen/"


def test_everything_done_to_a_report_is_in_the_log(world):
    report = published(senco(world), head(world))

    with inside(world.school):
        actions_done = set(Entry.objects.filter(thing_id=report.pk).values_list("action", flat=True))
    assert actions_done == {f"information_report.{done}" for done in ("begun", "written", "sent", "published")}


def test_a_school_of_another_area_has_its_own_report_or_none(world):
    make_setting(world.other_area, "Far Lane Primary")
    published(senco(world), head(world))

    with inside(world.other_area):
        assert PublishedReport.objects.count() == 1
        assert PublishedReport.objects.all().delete()[0] == 0


def test_points_of_a_list_and_the_next_sentence_are_no_names(world):
    words = "- Pictures in every room\n- Desks that fit\n\nTell the class teacher. If it does not help, ring Mrs Lane."
    report = write(senco(world), begun(senco(world)), "adapting", words)

    with seen_by(senco(world)) as by:
        found = open_finds(by, report.holder, report)

    assert [(one.kind, one.words) for one in found] == [("title", "Mrs Lane")]
