"""Addresses looked up once say what Django's `reverse` says."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import NoReverseMatch, reverse, set_script_prefix

from goldenthread.addresses import address


def test_an_address_is_the_one_that_reverse_gives_for_each_key():
    for key in (uuid4(), uuid4()):
        assert address("child", key) == reverse("child", args=[key])
        assert address("plan", key) == reverse("plan", args=[key])
    assert address("register") == reverse("register")


def test_an_address_begins_with_the_path_the_site_stands_under():
    usual = address("register")

    set_script_prefix("/larkmere/")
    try:
        assert address("register") == "/larkmere" + usual
    finally:
        set_script_prefix("/")


def test_an_unknown_page_is_an_error():
    with pytest.raises(NoReverseMatch):
        address("no_such_page", uuid4())
