from django.urls import path, register_converter

from .addresses import LanguageCode, PageName, RequirementKey
from .views import (
    copies,
    duties,
    office_asked,
    office_copies,
    office_duties,
    office_list,
    office_pages,
    office_publishing,
    office_translations,
    office_writing,
    pages,
)

register_converter(PageName, "page_name")
register_converter(LanguageCode, "language")
register_converter(RequirementKey, "requirement")

_PAGE = "office/pages/<uuid:offer_page>/"

urlpatterns = [
    path("guide/", pages.offer_pages, name="offer_pages"),
    path("guide/<page_name:page_name>/", pages.offer_page, name="offer_page"),
    path("guide/<page_name:page_name>/easy-read/", pages.offer_page_easy_read, name="offer_page_easy_read"),
    path("guide/<page_name:page_name>/print/", pages.offer_page_print, name="offer_page_print"),
    path("guide/<page_name:page_name>/in/<language:language>/", pages.offer_page_in, name="offer_page_in"),
    path("what-we-must-tell-you/", duties.offer_must_tell, name="offer_must_tell"),
    path("words/", duties.offer_words, name="offer_words"),
    path("who-we-asked/", duties.offer_asked, name="offer_asked"),
    path("accessibility/", duties.offer_accessibility, name="offer_accessibility"),
    path("another-way/", copies.offer_another_way, name="offer_another_way"),
    path("another-way/asked/", copies.offer_another_way_asked, name="offer_another_way_asked"),
    path("office/pages/", office_pages.office_pages, name="office_pages"),
    path("office/pages/start/", office_pages.start_office_pages, name="start_office_pages"),
    path("office/pages/new/", office_publishing.new_office_page, name="new_office_page"),
    path(_PAGE, office_pages.office_page, name="office_page"),
    path(f"{_PAGE}write/", office_writing.write_office_page, name="write_office_page"),
    path(f"{_PAGE}preview/", office_writing.preview_office_page, name="preview_office_page"),
    path(f"{_PAGE}place/", office_publishing.place_office_page, name="place_office_page"),
    path(f"{_PAGE}publish/", office_publishing.publish_office_page, name="publish_office_page"),
    path(f"{_PAGE}unchanged/", office_publishing.unchanged_office_page, name="unchanged_office_page"),
    path(f"{_PAGE}withdraw/", office_publishing.withdraw_office_page, name="withdraw_office_page"),
    path(f"{_PAGE}versions/<uuid:page_version>/", office_writing.office_page_version, name="office_page_version"),
    path(
        f"{_PAGE}versions/<uuid:page_version>/restore/", office_writing.restore_office_page, name="restore_office_page"
    ),
    path(f"{_PAGE}in/<language:language>/", office_translations.translate_office_page, name="translate_office_page"),
    path(
        f"{_PAGE}in/<language:language>/withdraw/",
        office_translations.withdraw_office_translation,
        name="withdraw_office_translation",
    ),
    path("office/list/", office_list.office_list, name="office_list"),
    path("office/list/csv/", office_list.office_list_csv, name="office_list_csv"),
    path("office/list/<requirement:requirement>/", office_list.office_requirement, name="office_requirement"),
    path("office/links/", office_list.office_links, name="office_links"),
    path("office/asked/", office_duties.office_consultations, name="office_consultations"),
    path("office/asked/new/", office_duties.new_office_consultation, name="new_office_consultation"),
    path("office/asked/<uuid:consultation>/", office_duties.office_consultation, name="office_consultation"),
    path(
        "office/asked/<uuid:consultation>/show/", office_asked.show_office_consultation, name="show_office_consultation"
    ),
    path(
        "office/asked/<uuid:consultation>/hide/", office_asked.hide_office_consultation, name="hide_office_consultation"
    ),
    path("office/accessibility/", office_duties.office_accessibility, name="office_accessibility"),
    path("office/accessibility/gaps/new/", office_duties.new_office_gap, name="new_office_gap"),
    path("office/accessibility/gaps/<uuid:gap>/", office_duties.office_gap, name="office_gap"),
    path("office/words/", office_duties.office_words, name="office_words"),
    path("office/words/new/", office_duties.new_office_word, name="new_office_word"),
    path("office/words/<uuid:area_word>/", office_duties.office_word, name="office_word"),
    path("office/words/<uuid:area_word>/remove/", office_duties.remove_office_word, name="remove_office_word"),
    path("office/copies/", office_copies.office_copies, name="office_copies"),
    path("office/copies/<uuid:copy_request>/", office_copies.office_copy, name="office_copy"),
    path("office/copies/<uuid:copy_request>/move/", office_copies.move_office_copy, name="move_office_copy"),
    path("office/copies/<uuid:copy_request>/give-up/", office_copies.give_up_office_copy, name="give_up_office_copy"),
]
