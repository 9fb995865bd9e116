"""SEN information reports at every stage. Everything is invented."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.access.viewer import Viewer
from goldenthread.local_offer.models import OfferOrganisation, Service
from goldenthread.local_offer.school_information import actions
from goldenthread.local_offer.school_information.approving import mark_of_report
from goldenthread.local_offer.school_information.headings import HEADINGS
from goldenthread.local_offer.school_information.models import InformationReport, WordsAre
from goldenthread.local_offer.school_information.naming import CHILD, open_finds
from goldenthread.organisations.models import Organisation
from goldenthread.process.drafts import version_of

from .local_offer import make_service
from .world import TODAY, World, inside, seen_by, viewer_of

SITE = "https://gt.example.org/"


def senco(world: World, today: date = TODAY) -> Viewer:
    return viewer_of(world.staff("senco"), "senco", today)


def head(world: World, today: date = TODAY) -> Viewer:
    return viewer_of(world.staff("head"), "head", today)


def governor(world: World, today: date = TODAY) -> Viewer:
    return viewer_of(world.staff("governor"), "governor", today)


def school_entry(world: World, school: Organisation | None = None, **more: Any) -> Service:
    """The school's own entry in the Local Offer, tied to the school."""
    school = school or world.school
    with inside(world.area):
        body = OfferOrganisation.objects.create(
            authority=world.area, holder=world.area, name=school.name, description=f"{school.name} is a school.",
            body=school, urn=school.urn,
        )  # fmt: skip
    facts = {"name": school.name, "urn": school.urn, "provider_type": "maintained_school", "sections": ["schools"]}
    return make_service(world.area, body, **(facts | more))


def begun(by: Viewer) -> InformationReport:
    with seen_by(by):
        return actions.begin_report(by=by)


def written(by: Viewer, report: InformationReport, **texts: str) -> InformationReport:
    """Every part filled with words that name nobody; texts: other words for some (with _ for -)."""
    others = {key.replace("_", "-"): words for key, words in texts.items()}
    words = dict.fromkeys(HEADINGS, "We look at it with each family and write down what we agree.") | others
    for key, text in words.items():
        report = write(by, report, key, text)
    return report


def write(by: Viewer, report: InformationReport, key: str, words: str) -> InformationReport:
    with seen_by(by):
        report = InformationReport.objects.get(pk=report.pk)
        started = version_of({key: actions.part_of(report, key)})
        return actions.write_part(by=by, report=report.pk, heading=key, words=words, started_from=started)


def explained(by: Viewer, report: InformationReport) -> None:
    """Say of everything that looks like a name that it is an ordinary word."""
    with seen_by(by):
        report = InformationReport.objects.get(pk=report.pk)
        finds = [one for one in open_finds(by, report.holder, report) if one.kind != CHILD]
        actions.explain_words(by=by, report=report.pk, reasons=dict.fromkeys(finds, WordsAre.WORD.value))


def sent(by: Viewer, **texts: str) -> InformationReport:
    report = written(by, begun(by), **texts)
    with seen_by(by):
        return actions.send_report(by=by, report=report.pk, site=SITE)


def published(by: Viewer, second: Viewer, **texts: str) -> InformationReport:
    return approved(second, sent(by, **texts))


def approved(by: Viewer, report: InformationReport) -> InformationReport:
    """Approved as it stands now."""
    with seen_by(by):
        seen = mark_of_report(InformationReport.objects.get(pk=report.pk))
        return actions.publish_report(by=by, report=report.pk, seen=seen, site=SITE)
