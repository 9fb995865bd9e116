"""Every field is labelled: what kind of data it is, who may see it, how long it is kept."""

from __future__ import annotations

import pytest
from django.apps import apps

from goldenthread.privacy import labels as labelling
from goldenthread.privacy.labels import label_of, labels


def our_fields() -> set[tuple[str, str]]:
    return {
        (model._meta.label, field.name)
        for model in apps.get_models()
        if model._meta.app_config.name.startswith("goldenthread.")
        for field in model._meta.concrete_fields
    }


def test_every_field_of_every_model_has_a_privacy_label():
    """A new field: add a line to goldenthread/privacy/labels_by_app/<app>.txt."""
    assert sorted(f"{model}.{field}" for model, field in our_fields() if label_of(model, field) is None) == []


def test_no_label_speaks_of_a_field_that_is_gone():
    fields = our_fields()
    assert (
        sorted(f"{model}.{field}" for model, field in labels() if model != "*" and (model, field) not in fields) == []
    )


def test_a_line_with_an_unknown_word_is_refused(tmp_path, monkeypatch):
    (tmp_path / "people.txt").write_text("Account name identity whoever account\n")
    monkeypatch.setattr(labelling, "FOLDER", tmp_path)
    labels.cache_clear()

    with pytest.raises(ValueError, match="unknown word"):
        labels()
    labels.cache_clear()


def test_contact_is_never_labelled_as_seen_by_the_family():
    """One parent never sees the other's (bar B3)."""
    seen = {seen.seen_by for (_model, _field), seen in labels().items() if seen.label == "contact"}
    assert seen <= {"own", "named", "setting"}
