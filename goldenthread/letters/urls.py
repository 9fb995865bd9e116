from django.urls import path

from .views import letters, my_letters

urlpatterns = [
    path("letters/", letters.letters, name="letters"),
    path("children/<uuid:child>/letters/", letters.child_letters, name="child_letters"),
    path("children/<uuid:child>/letters/write/", letters.write_letter, name="write_letter"),
    path("letters/<uuid:letter>/", letters.letter, name="letter"),
    path("letters/<uuid:letter>/change/", letters.change_letter, name="change_letter"),
    path("letters/<uuid:letter>/sheet/", letters.letter_page, name="letter_page"),
    path("letters/<uuid:letter>/again/", letters.look_again, name="look_again"),
    path("letters/<uuid:letter>/send/", letters.send_letter, name="send_letter"),
    path("letters/<uuid:letter>/call-back/", letters.call_back_letter, name="call_back_letter"),
    path("letters/<uuid:letter>/do-not-send/", letters.do_not_send, name="do_not_send"),
    path("letters/<uuid:letter>/print/", letters.print_letter, name="print_letter"),
    path("letters/<uuid:letter>/posted/", letters.letter_posted, name="letter_posted"),
    path("children/<uuid:child>/my-letters/", my_letters.my_letters, name="my_letters"),
    path("my-letters/<uuid:letter>/", my_letters.my_letter, name="my_letter"),
    path("my-letters/<uuid:letter>/file/", my_letters.my_letter_file, name="my_letter_file"),
]
