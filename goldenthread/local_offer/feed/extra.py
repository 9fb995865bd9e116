"""x_send: what families need to know of a service and Open Referral UK has no place for.

Only what the published entry says. Codes are those of the taxonomies this feed serves, and of models/choices.py.
"""

from __future__ import annotations

from .values import Json, said, web_address

_AS_THEY_ARE = (
    "provision_kinds branches sections provider_type area_scope needs all_needs gender disability_only ehc_plan_needed"
    " suitability route eligibility waiting_weeks waiting_checked_on free short_breaks_accepted direct_payment_accepted"
    " advice section_41 secured_by_authority online urn ofsted_number cqc_number senco_name next_review_on source"
    " source_name labels directories"
)


def x_send(entry: Json) -> Json:
    """answers: by the letter of SI 2014/1530 Schedule 2 paragraph 5 (a to j), and the seven questions councils ask."""
    links = [link for link in map(web_address, entry["social_links"]) if link]
    return said(
        **{name: entry[name] for name in _AS_THEY_ARE.split()},
        min_months=entry["min_months"],
        max_months=entry["max_months"],
        referral_link=web_address(entry["referral_link"]),
        sen_information_report_url=web_address(entry["sen_information_report_url"]),
        social_links=links,
        answers=entry["answers"] or None,
        events=entry["events"],
        organizations=[
            {"role": body["role"], "organization_id": body["organisation"]["id"], "name": body["organisation"]["name"]}
            for body in entry["bodies"]
        ],
    )
