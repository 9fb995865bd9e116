from django.urls import path

from .views import letters, log, messages, my_letters, professionals

urlpatterns = [
    path("letters/", letters.letters, name="letters"),
    path("letters/people-outside/", professionals.professionals, name="professionals"),
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
    path("messages/", messages.messages, name="messages"),
    path("messages/<uuid:thread>/", messages.message_thread, name="message_thread"),
    path("messages/<uuid:thread>/close/", messages.close_thread, name="close_thread"),
    path("children/<uuid:child>/messages/", messages.child_messages, name="child_messages"),
    path("children/<uuid:child>/messages/begin/", messages.begin_messages, name="begin_messages"),
    path("my-messages/", messages.family_messages, name="family_messages"),
    path("my-messages/<uuid:thread>/", messages.my_message_thread, name="my_message_thread"),
    path("children/<uuid:child>/my-messages/", messages.my_messages, name="my_messages"),
    path("children/<uuid:child>/my-messages/write/", messages.write_to_school, name="write_to_school"),
    path("children/<uuid:child>/communications/", log.communications, name="communications"),
    path("children/<uuid:child>/communications/record/", log.record_communication, name="record_communication"),
    path("communications/<uuid:communication>/mend/", log.mend_communication, name="mend_communication"),
]
