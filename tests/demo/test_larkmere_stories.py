"""The hand-written stories and the people of the demo: what the screens promise is in the rows."""

from collections import Counter
from datetime import date, time

from goldenthread.demo.larkmere.people import DemoPerson, demo_people
from goldenthread.demo.larkmere.rows import (
    AddressRow,
    ChildRow,
    CommunicationRow,
    ConcernDecisionRow,
    ConcernRow,
    ContributionRow,
    CycleRow,
    DeliveryRow,
    DoseRow,
    EnrolmentRow,
    GroupMembershipRow,
    ObservationRow,
    PersonRow,
    ProfileAcknowledgementRow,
    ProfileRow,
    ReferralRow,
    RelationshipRow,
    ReviewRow,
    SessionRow,
    WithheldAddressRow,
)
from goldenthread.demo.larkmere.school_calendar import TODAY, school_week
from goldenthread.demo.larkmere.stories import STORIES
from tests.demo.larkmere_area import all_parts, by_key, grouped, is_open, status_on, table


def _child(slug: str) -> ChildRow:
    key = next(part.children[slug] for part in all_parts() if slug in part.children)
    return by_key(ChildRow)[key]


def _people() -> tuple[DemoPerson, ...]:
    people, children = {}, {}
    for part in all_parts():
        people |= part.people
        children |= part.children
    return demo_people(people, children)


def test_twelve_stories_are_of_children_aged_five_to_sixteen_with_different_needs() -> None:
    ages = sorted((TODAY - _child(story.slug).born_on).days // 365 for story in STORIES)
    needs = {story.needs[0] for story in STORIES}

    assert (len(STORIES), ages[0], ages[-1]) == (12, 5, 16)
    assert needs == {"SLCN", "SEMH", "SPLD", "HI", "ASD", "MLD", "PD"}


def test_every_story_has_the_childs_own_voice_and_at_least_two_others() -> None:
    voices = grouped(table(ContributionRow), "child")

    found = {story.slug: {v.voice for v in voices[_child(story.slug).key]} for story in STORIES}

    assert [slug for slug, heard in found.items() if "child" not in heard or len(heard) < 3] == []


def test_stories_happen_on_days_when_their_school_is_open() -> None:
    ours = {_child(story.slug).key for story in STORIES}
    observed = [(o.organisation, o.on) for o in table(ObservationRow) if o.child in ours]
    spoken = [(c.organisation, c.on) for c in table(CommunicationRow) if c.child in ours]
    written = [(p.organisation, p.written_on) for p in table(ProfileRow) if p.child in ours]

    shut = [found for found in (*observed, *spoken, *written) if not is_open(*found)]

    assert shut == []


def test_nothing_in_a_story_is_from_the_future() -> None:
    kinds = {ObservationRow: "on", CommunicationRow: "on", ProfileRow: "written_on", ConcernRow: "raised_on",
             ContributionRow: "gathered_on", ReferralRow: "asked_on"}  # fmt: skip

    late = [row for kind, field in kinds.items() for row in table(kind) if getattr(row, field) > TODAY]

    assert late == []


def test_referral_steps_follow_one_another() -> None:
    wrong = []
    for row in table(ReferralRow):
        steps = [row.asked_on, row.accepted_on, row.first_seen_on, row.advice_on, row.put_in_plan_on]
        known = [step for step in steps if step]
        if known != sorted(known) or steps[: len(known)] != known:
            wrong.append(row)

    assert wrong == []


def test_amaras_worry_was_raised_on_12_october_and_decided_on_16_october_2025() -> None:
    amara = _child("amara").key
    concern = next(c for c in table(ConcernRow) if c.child == amara)
    decision = next(d for d in table(ConcernDecisionRow) if d.concern == concern.key)

    found = (concern.raised_on, concern.raised_by_name, decision.decided_on, decision.outcome)

    assert found == (date(2025, 10, 12), "Ms Ada Bello", date(2025, 10, 16), "SEN Support")
    assert (status_on(amara, date(2025, 10, 15)), status_on(amara, date(2025, 10, 16))) == ("N", "K")


def test_amara_is_in_week_seven_of_twelve_with_a_review_on_10_december_at_half_past_three() -> None:
    amara = _child("amara").key
    cycle = [c for c in table(CycleRow) if c.child == amara][-1]
    review = next(r for r in table(ReviewRow) if r.cycle == cycle.key)

    found = (cycle.number, cycle.step, school_week(cycle.starts_on, TODAY), cycle.weeks)

    assert found == (3, "do", 7, 12)
    assert school_week(cycle.starts_on, cycle.ends_on) == 12
    assert (review.due_on, review.at, review.held_on) == (date(2026, 12, 10), time(15, 30), None)


def test_amaras_week_has_two_of_three_reading_sessions_one_missed_for_a_trip_and_all_speech_practice() -> None:
    amara = _child("amara").key
    doses = {d.key: d.minutes for d in table(DoseRow) if d.child == amara}
    week = [d for d in table(DeliveryRow) if d.child == amara and d.on >= date(2026, 11, 16)]
    extra = {s.key for s in table(SessionRow) if s.makes_up}

    found = Counter((doses[d.dose], d.state, d.reason) for d in week if d.session not in extra)

    assert found == {(20, "delivered", ""): 2, (20, "missed", "trip"): 1, (10, "delivered", ""): 3}


def test_the_missed_reading_session_is_made_up_today_for_all_four_children() -> None:
    sessions = by_key(SessionRow)
    today = next(s for s in sessions.values() if s.on == TODAY and s.makes_up and s.starts_at == time(9, 10))
    group = next(m.group for m in table(GroupMembershipRow) if m.child == _child("amara").key and m.until_on > TODAY)
    members = {m.child for m in table(GroupMembershipRow) if m.group == group}

    replaced = sessions[today.makes_up]

    assert (replaced.on, replaced.minutes) == (date(2026, 11, 18), 20)
    assert members == {_child(slug).key for slug in ("amara", "kofi", "lena", "ravi")}


def test_kofi_has_speech_practice_today_at_twenty_past_one() -> None:
    kofi = _child("kofi").key
    slots = {d.session for d in table(DeliveryRow) if d.child == kofi}
    practised = {table_row.slot for table_row in table(SessionRow) if table_row.key in slots}

    today = [s.starts_at for s in table(SessionRow) if s.on == TODAY and s.slot in practised]

    assert time(13, 20) in today


def test_lenas_missed_month_shows_in_her_ledger() -> None:
    lena = _child("lena").key
    cycle = [c for c in table(CycleRow) if c.child == lena][-1]
    doses = {d.key for d in table(DoseRow) if d.cycle == cycle.key}
    deliveries = [d for d in table(DeliveryRow) if d.dose in doses]

    share = sum(d.minutes for d in deliveries) / sum(d.minutes_planned for d in deliveries)

    assert 0.55 < share < 0.72
    assert (cycle.agreed_on, cycle.review_due_on) == (None, date(2026, 11, 25))


def test_lenas_new_profile_waits_to_be_read_by_four_adults() -> None:
    lena = _child("lena").key
    newest = [p for p in table(ProfileRow) if p.child == lena][-1]

    unread = [a for a in table(ProfileAcknowledgementRow) if a.profile == newest.key and a.acknowledged_at is None]

    assert (newest.written_on, len(unread)) == (date(2026, 11, 19), 4)


def test_elsies_address_may_be_known_by_three_people_of_the_school_and_her_mother() -> None:
    elsie = _child("elsie")
    names = {p.key: p.family_name for p in table(PersonRow)}
    withheld = next(w for w in table(WithheldAddressRow) if w.child == elsie.key)
    father = next(r for r in table(RelationshipRow) if r.child == elsie.key and r.relationship == "father")

    assert withheld.address == elsie.address
    assert [names[key] for key in withheld.may_know] == ["Falade", "Osei", "Pooley", "Marlow"]
    assert (father.may_act, by_key(PersonRow)[father.person].address) == (False, None)


def test_nothing_written_about_elsie_says_where_she_lives() -> None:
    elsie = _child("elsie")
    address = by_key(AddressRow)[elsie.address]
    secrets = (address.line_1, address.postcode, address.postcode.split()[0])
    texts = [
        value for part in all_parts() for row in part.all_rows()
        if getattr(row, "child", None) == elsie.key for value in row if isinstance(value, str)
    ]  # fmt: skip

    assert [text for text in texts for secret in secrets if secret in text] == []


def test_kofis_parents_live_at_different_addresses() -> None:
    kofi = _child("kofi").key

    homes = [by_key(PersonRow)[r.person].address for r in table(RelationshipRow) if r.child == kofi]

    assert len(set(homes)) == 2


def test_chidi_agreed_his_last_plan_himself_and_his_mother_the_ones_before() -> None:
    chidi = _child("chidi").key
    own = next(p for p in table(PersonRow) if p.child == chidi)
    mother = next(r.person for r in table(RelationshipRow) if r.child == chidi)

    agreed_by = [c.agreed_by for c in table(CycleRow) if c.child == chidi]

    assert agreed_by == [mother, mother, own.key]


def test_nobody_agrees_for_themselves_before_the_rights_have_passed() -> None:
    own = {p.key: by_key(ChildRow)[p.child].born_on for p in table(PersonRow) if p.child}

    wrong = []
    for cycle in table(CycleRow):
        if cycle.agreed_by in own:
            born = own[cycle.agreed_by]
            june = date(born.year + (17 if born.month >= 9 else 16), 6, 30)
            last_friday = june.day - (june.weekday() - 4) % 7
            if cycle.agreed_on <= date(june.year, 6, last_friday):
                wrong.append(cycle)

    assert wrong == []


def test_jakubs_support_ended_with_a_review_that_says_so() -> None:
    jakub = _child("jakub").key
    last = [r for r in table(ReviewRow) if r.child == jakub][-1]

    found = (last.outcome, last.held_on, status_on(jakub, date(2026, 7, 15)), status_on(jakub, TODAY))

    assert found == ("end SEN Support", date(2026, 7, 16), "K", "N")


def test_yusuf_has_cycles_at_two_schools_and_the_last_review_decides_to_request() -> None:
    yusuf = _child("yusuf").key
    schools = [e.organisation for e in table(EnrolmentRow) if e.child == yusuf]

    cycles = [c.organisation for c in table(CycleRow) if c.child == yusuf]
    last = [r for r in table(ReviewRow) if r.child == yusuf][-1]

    assert cycles == [schools[0]] * 3 + [schools[1]]
    assert last.outcome == "request EHC needs assessment"


def test_samis_voice_is_observed_and_his_profile_is_not_said_to_be_in_his_words() -> None:
    sami = _child("sami").key

    ways = {v.way for v in table(ContributionRow) if v.child == sami and v.voice == "child"}
    own = {p.in_own_words for p in table(ProfileRow) if p.child == sami}

    assert (ways, own) == ({"observed"}, {False})


def test_one_worry_has_waited_six_days_for_a_decision() -> None:
    decided = {d.concern for d in table(ConcernDecisionRow)}
    hollow_oak = next(part for part in all_parts() if part.name == "Hollow Oak Primary")

    waiting = [(TODAY - c.raised_on).days for c in hollow_oak.rows[ConcernRow] if c.key not in decided]

    assert waiting == [6]


def test_a_visitor_can_become_people_of_every_kind() -> None:
    people = _people()
    names = {p.key: f"{p.title} {p.given_name} {p.family_name}".strip() for p in table(PersonRow)}

    wrong = [p.slug for p in people if p.role != "Young person" and names[p.person] != p.name]

    assert (wrong, len(people), len({p.slug for p in people})) == ([], 17, 17)
    assert {"Class teacher", "Cover teacher", "SENCO", "Governor", "Young person", "Platform administrator"} < {
        p.role for p in people
    }
