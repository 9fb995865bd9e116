"""Files that are not what they say, words that a program would obey, and what a browser keeps: nothing comes of them."""

from __future__ import annotations

import io
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from goldenthread.documents.models import Audience, StoredFile
from goldenthread.documents.storage import document_store
from goldenthread.sen_support.models import Concern
from tests.factories.letters import a_document
from tests.factories.people import (
    signed_in_staff,
)
from tests.factories.sen_support import senco_of
from tests.factories.world import (
    World,
    inside,
    make_child,
    make_parent,
    set_status,
    signed_in,
)

pytestmark = pytest.mark.django_db(transaction=True)

# Files that are not what they say ------------------------------------------------------------------------------------

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>fetch('/register/download/')</script>"
FILES = {
    "drawing.svg": SVG, "drawing.png": SVG, "report.html": HTML, "report.pdf": HTML, "report.txt": HTML, "photo.jpg": HTML,
    "report.pdf.exe": b"MZ\x90", "report.docx": b"PK\x03\x04" + b"\0" * 60, "../../etc/passwd": b"x", "report.pdf\0.txt": b"%PDF-",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_a_browser_would_run_is_refused_through_the_page(name):
    world = World()
    fields = {"title": "Report", "kind": "report", "audience": "school", "submission_key": "k"}
    answer = signed_in(world.ada).post(
        reverse("add_document", args=[world.amara.pk]), fields | {"file": SimpleUploadedFile(name, FILES[name])}
    )

    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode()
    with inside(world.school):
        assert not StoredFile.objects.exists()


def test_a_photo_loses_where_it_was_taken_on_the_way_in():
    world = World()
    exif = Image.Exif()
    exif[0x010F] = "PhoneOfAda"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    picture = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(picture, "JPEG", exif=exif, comment=b"9 Hidden Row")
    fields = {"title": "Drawing", "kind": "picture", "audience": "school", "submission_key": "k"}
    file = SimpleUploadedFile("IMG_0001.jpg", picture.getvalue() + b"<script>alert(1)</script>")

    signed_in(world.ada).post(reverse("add_document", args=[world.amara.pk]), fields | {"file": file})

    with inside(world.school):
        kept = document_store().get(StoredFile.objects.get().sha256)
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    assert [words for words in (b"PhoneOfAda", b"Hidden Row", b"<script>") if words in kept] == []


def test_what_was_taken_is_only_ever_handed_over_to_be_kept_and_never_run():
    world = World()
    assert world.ada
    document = a_document(senco_of(world), world.amara, audience=Audience.EVERYONE, title='x"; filename="evil.html')

    answer = signed_in(world.ada).get(reverse("document_file", args=[document.pk]))

    assert re.fullmatch(r'attachment; filename="other-2026-11-20-[0-9a-f]{6}\.txt"', answer["Content-Disposition"])
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "text/plain; charset=utf-8")
    assert "default-src 'none'" in answer["Content-Security-Policy"]


# Words that a program would obey -------------------------------------------------------------------------------------


def test_a_name_that_a_spreadsheet_would_obey_is_only_shown():
    world = World()
    set_status(make_child(world.school, "=HYPERLINK(0) @SUM(1)"), world.school, "K")

    answer = signed_in(world.staff("senco")).get(reverse("download_register"))

    cells = answer.content.decode().split("\r\n")[1].split(",")
    assert [cell for cell in cells if cell.strip('"')[:1] in "=+-@" and cell.strip('"')] == []
    assert "'=HYPERLINK(0)" in answer.content.decode() and "'@SUM(1)" in answer.content.decode()


@pytest.mark.parametrize("address", ["/organisations/?name=a%00b", "/register/?find=%00", "/register/?sort=%27;--"])
def test_a_sign_that_the_database_cannot_read_is_no_fault(address):
    world = World()
    role = "platform_administrator" if "organisations" in address else "senco"

    assert signed_in(world.staff(role)).get(address).status_code == 200


def test_words_on_a_page_stay_words():
    world = World()
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}"
    browser = signed_in(world.ada)
    browser.post(reverse("raise_my_worry", args=[world.amara.pk]), {"words": attack, "audience": "everyone"})
    with inside(world.school):
        concern = Concern.objects.get()

    page = signed_in(world.staff("senco")).get(reverse("worry", args=[concern.pk])).content.decode()

    assert "<script>alert" not in page and "onerror=alert(1)>" not in page.replace("&gt;", "")
    assert "{{ 7*7 }}" in page


# What a browser keeps ------------------------------------------------------------------------------------------------


def test_no_cookie_holds_anything_about_anybody():
    """Notes such as "Saved. Pat Vale sees a notice" wait on the server; the browser keeps three names of marks."""
    world = World()
    jordan = make_child(world.school, "Jordan Vale", date(2010, 3, 1))
    parent = make_parent(jordan, world.school, "Pat Vale")
    browser = signed_in_staff(world.staff("senco"))
    address = reverse("decide_access", args=[jordan.pk, parent.pk])
    data = {"decision": "agreed_see", "basis": "agreed", "reason": "Asked in school", "submission_key": "k"}
    form = browser.get(address).context["form"]
    data |= {name: str(field.choices[0][0]) for name, field in form.fields.items() if getattr(field, "choices", None)}

    answer = browser.post(address, data)

    assert answer.status_code == 302
    assert set(browser.cookies) <= {"sessionid", "csrftoken"}
    assert "Pat Vale" in browser.get(answer.headers["Location"]).content.decode()


def test_a_childs_name_that_is_looked_for_never_stands_in_an_address():
    """In the browser's history, in the logs of every machine between. No form that asks for a name sends it by GET."""
    world = World()
    set_status(world.amara, world.school, "K")
    browser = signed_in(world.staff("senco"))
    pages = [reverse(name) for name in ("register", "find_child", "choose_children", "messages", "groups", "worries")]
    by_get = re.compile(r'<form[^>]*method="get"[^>]*>(.*?)</form>', re.DOTALL)

    asked = [field for page in pages for form in by_get.findall(browser.get(page).content.decode())
             for field in re.findall(r'<input(?![^>]*type="(?:hidden|checkbox|radio)")[^>]*name="(\w+)"', form)]  # fmt: skip
    answer = browser.post(reverse("choose_children"), {"name": "Amara"})
    found = browser.get(answer.headers["Location"]).content.decode()
    others = browser.get(browser.post(reverse("choose_children"), {"name": "Zebedee"}).headers["Location"])

    assert {field.split("_")[0] for field in asked} <= {"as"}, "only the day that a register is shown as of"
    assert "Amara" not in answer.headers["Location"] and "Amara Bello" in found
    assert "Amara Bello" not in others.content.decode()
