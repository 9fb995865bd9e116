"""The report in the browser: the SENCO's pages, the governor's, the public's and the authority's."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.local_offer.school_information.models import InformationReport, PublishedReport
from tests.factories.school_information import begun, head, published, school_entry, senco, sent, written
from tests.factories.world import inside, seen_by, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


def post(browser, name: str, *parts, **data):
    address = reverse(name, args=parts)
    shown = browser.get(address)
    return browser.post(address, hidden_of(shown) | data)


def press_of(browser, report) -> dict[str, str]:
    """What the button of a report that waits carries."""
    return {"seen": browser.get(reverse("one_report", args=[report.pk])).context["seen"]}


def hidden_of(shown) -> dict[str, str]:
    """What a page's form carries unseen."""
    context = shown.context or {}
    if "hidden" in context:
        return context["hidden"]
    return {"submission_key": context["submission_key"]} if "submission_key" in context else {}


def test_the_whole_way_by_pages(world):
    school_entry(world)
    browser, leader = signed_in(world.staff("senco")), signed_in(world.staff("head"))
    browser.post(reverse("begin_report"))
    with inside(world.school):
        report = InformationReport.objects.get()
    written(senco(world), report)
    saved = post(browser, "report_heading", report.pk, "parents", words="We meet Mrs Lane's group.", save="now")
    page = browser.get(reverse("one_report", args=[report.pk])).content.decode()
    assert saved["Location"] == reverse("one_report", args=[report.pk])
    assert "Mrs Lane" in page and "Send it to be approved" not in page
    post(browser, "report_words", report.pk, find_0="adult")
    assert "Send it to be approved" in browser.get(reverse("one_report", args=[report.pk])).content.decode()
    browser.post(reverse("send_report", args=[report.pk]))
    assert "Approve and publish" not in browser.get(reverse("one_report", args=[report.pk])).content.decode()
    assert "Approve and publish" in leader.get(reverse("one_report", args=[report.pk])).content.decode()
    leader.post(reverse("publish_report", args=[report.pk]), press_of(leader, report))

    entry = Client().get(reverse("offer_home"))
    public = Client().get(reverse("school_report", args=[world.school.pk]))
    assert entry.status_code == 200
    assert "Mrs Lane" in public.content.decode()


def test_a_part_kept_for_later_comes_back_and_does_not_stand_in_the_report(world):
    report, browser = begun(senco(world)), signed_in(world.staff("senco"))
    address = reverse("report_heading", args=[report.pk, "pupils"])

    post(browser, "report_heading", report.pk, "pupils", words="Half a sentence", save="draft")

    assert "Half a sentence" in browser.get(address).content.decode()
    with inside(world.school):
        assert InformationReport.objects.get().texts == {}


def test_two_who_write_the_same_part_are_told(world):
    report, one, other = begun(senco(world)), signed_in(world.staff("senco")), signed_in(world.staff("head"))
    address = reverse("report_heading", args=[report.pk, "pupils"])
    opened = one.get(address)
    post(other, "report_heading", report.pk, "pupils", words="The head's words.", save="now")
    data = hidden_of(opened) | {"words": "My words."}

    answer = one.post(address, data)

    text = answer.content.decode()
    assert "The head&#x27;s words." in text and "My words." in text
    one.post(address, data | hidden_of(answer))
    with inside(world.school):
        assert InformationReport.objects.get().texts["pupils"] == "My words."


def test_kept_words_come_back_beside_what_a_colleague_saved_since(world):
    report, one, other = begun(senco(world)), signed_in(world.staff("senco")), signed_in(world.staff("head"))
    address = reverse("report_heading", args=[report.pk, "pupils"])
    opened = one.get(address)
    Client().post(address, hidden_of(opened) | {"words": "Half a sentence"})  # the sign-in had run out
    post(other, "report_heading", report.pk, "pupils", words="The head's words.", save="now")

    page = one.get(address).content.decode()

    said = ("The head&#x27;s words.", "Somebody else saved this", "Half a sentence", "This is what you typed before")
    assert [words for words in said if words not in page] == []
    assert f'data-autosave-to="{reverse("save_draft")}"' in page
    assert f'href="{address}"' in one.get(reverse("drafts")).content.decode()
    with inside(world.school):
        assert InformationReport.objects.get().texts["pupils"] == "The head's words."


def test_words_saved_in_the_very_moment_between_are_shown_too(world, monkeypatch):
    from goldenthread.local_offer.school_information import actions

    report, one = begun(senco(world)), signed_in(world.staff("senco"))
    opened, write_part = one.get(reverse("report_heading", args=[report.pk, "pupils"])), actions.write_part

    def overtaken(**facts):
        monkeypatch.setattr(actions, "write_part", write_part)
        found = InformationReport.objects.get()
        found.texts = {"pupils": "The head's words."}
        found.save()
        write_part(**facts)

    monkeypatch.setattr(actions, "write_part", overtaken)
    page = one.post(
        opened.request["PATH_INFO"], hidden_of(opened) | {"words": "My words.", "save": "now"}
    ).content.decode()

    assert ("The head&#x27;s words." in page, "My words." in page) == (True, True)


def test_markup_in_the_words_is_only_words(world):
    published(senco(world), head(world), parents="<script>alert(1)</script> and <b>bold</b>")

    page = Client().get(reverse("school_report", args=[world.school.pk])).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_the_same_report_as_pdf_and_for_word(world):
    published(senco(world), head(world))

    pdf = Client().get(reverse("school_report_pdf", args=[world.school.pk]))
    word = Client().get(reverse("school_report_word", args=[world.school.pk]))

    assert pdf.content.startswith(b"%PDF") and b"pdfuaid" in pdf.content
    assert word.content.startswith(b"PK")
    assert pdf["Content-Disposition"] == 'attachment; filename="sen-information-report.pdf"'


def test_the_entry_leads_to_the_report_on_this_site(world):
    service = school_entry(world)
    published(senco(world), head(world))

    page = Client().get(reverse("offer_entry", args=[service.pk])).content.decode()

    assert f'href="{reverse("school_report", args=[world.school.pk])}"' in page
    assert page.count("SEN information report") == 1


def test_a_report_more_than_a_year_old_says_so(world):
    report = published(senco(world), head(world))
    with inside(world.school):
        PublishedReport.objects.filter(pk=report.pk).update(published_on="2024-01-10")

    assert "more than a year old" in Client().get(reverse("school_report", args=[world.school.pk])).content.decode()


def test_changed_records_are_pointed_out_to_the_senco(world):
    published(senco(world), head(world))
    world.school.phone = "020 7946 0999"
    world.school.save()

    page = signed_in(world.staff("senco")).get(reverse("information_report")).content.decode()

    assert "Your records say something other than the published report" in page
    assert "Who is our SENCO, and how can you reach them?" in page


def test_numbers_that_change_from_day_to_day_are_no_reason_to_publish_anew(world):
    from tests.factories.world import make_child, set_status

    published(senco(world), head(world))
    for number in range(7):
        set_status(make_child(world.school, f"Robin Child{number}"), world.school, "K")

    page = signed_in(world.staff("senco")).get(reverse("information_report")).content.decode()

    assert "Your records say something other" not in page


def test_the_authority_sees_which_schools_have_one_and_no_draft(world):
    school_entry(world, world.other_school, sen_information_report_url="https://fairmead.example.org/sen/")
    published(senco(world), head(world))
    report = begun(senco(world))
    officer = signed_in(world.staff("authority_officer"))

    page = officer.get(reverse("schools_reports")).content.decode()

    assert "1 of 2 schools" in page and "50 per cent" in page
    assert "https://fairmead.example.org/sen/" in page
    assert officer.get(reverse("one_report", args=[report.pk])).status_code == 404
    assert officer.get(reverse("information_report")).status_code == 404


def test_the_list_of_schools_costs_the_same_for_one_and_for_many(world, django_assert_num_queries):
    from goldenthread.local_offer.school_information.queries import schools_of_area
    from tests.factories.world import make_setting, viewer_of

    for number in range(4):
        make_setting(world.area, f"School {number}")
    sent(senco(world))
    officer = viewer_of(world.staff("authority_officer"), "authority_officer")

    with seen_by(officer), django_assert_num_queries(3):
        found = schools_of_area(officer)

    assert len(found) == 5
