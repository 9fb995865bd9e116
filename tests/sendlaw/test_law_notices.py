"""What notices must say."""

import pytest

import sendlaw

APPEALABLE = [
    "refuse_to_assess",
    "refuse_to_issue",
    "final_plan",
    "review_keep",
    "review_cease",
    "no_amendment",
    "final_amended_plan",
    "refuse_to_reassess",
    "cease",
]
APPEAL_BLOCK = {
    "appeal_right",
    "appeal_time_limits",
    "mediation_information",
    "disagreement_resolution",
    "information_and_advice",
    "mediation_right",
    "mediation_certificate",
    "mediation_adviser_contact",
    "mediation_timescales",
    "mediation_tell_authority",
    "authority_contact",
}


@pytest.mark.parametrize("decision", sorted(sendlaw.NOTICES))
def test_only_appealable_decisions_carry_the_whole_appeal_block(decision):
    codes = {part.code for part in sendlaw.notice_contents(decision)}

    assert codes & APPEAL_BLOCK == (APPEAL_BLOCK if decision in APPEALABLE else set())


@pytest.mark.parametrize("decision", sorted(sendlaw.NOTICES))
def test_every_part_has_its_source(decision):
    notice = sendlaw.NOTICES[decision]

    assert notice.to and notice.citation
    assert all(part.citation and part.certainty in "ABC" for part in notice.parts)


def test_refusal_to_assess_says_exactly_this():
    own = [part.says for part in sendlaw.notice_contents("refuse_to_assess") if part.code not in APPEAL_BLOCK]

    assert own == ["the decision not to assess", "the reasons"]


def test_draft_plan_names_the_date_by_which():
    parts = {part.code: part.citation for part in sendlaw.notice_contents("draft_plan")}

    assert parts["date_by_which"] == "Children and Families Act 2014 s.38(4)"


def test_missing_part_is_named_and_guidance_does_not_block():
    everything = {part.code for part in sendlaw.notice_contents("final_plan")}

    missing = sendlaw.missing_from_notice("final_plan", everything - {"mediation_right", "recommendations"})

    assert [part.code for part in missing] == ["mediation_right"]


def test_unknown_decision_is_refused():
    with pytest.raises(sendlaw.Refused, match="refuse_to_assess"):
        sendlaw.notice_contents("shrug")
