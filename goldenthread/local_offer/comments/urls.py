from django.urls import path

from .views import heard, moves, officers, responses, tell

urlpatterns = [
    path("tell-us/", tell.tell_offer, name="tell_offer"),
    path("tell-us/who/", tell.tell_offer_speaker, name="tell_offer_speaker"),
    path("tell-us/words/", tell.tell_offer_words, name="tell_offer_words"),
    path("tell-us/part/", tell.tell_offer_area, name="tell_offer_area"),
    path("tell-us/reply/", tell.tell_offer_contact, name="tell_offer_contact"),
    path("tell-us/check/", tell.tell_offer_check, name="tell_offer_check"),
    path("tell-us/sent/", tell.tell_offer_sent, name="tell_offer_sent"),
    path("you-said-we-did/", heard.you_said, name="you_said"),
    path("you-said-we-did/list/", heard.you_said_csv, name="you_said_csv"),
    path("you-said-we-did/<uuid:copy>/", heard.comment_round, name="comment_round"),
    path("you-said-we-did/<uuid:copy>/pdf/", heard.comment_round_pdf, name="comment_round_pdf"),
    path("comments/", officers.offer_comments, name="offer_comments"),
    path("comments/round/", officers.present_comment_round, name="present_comment_round"),
    path("comments/round/close/", officers.close_comment_round, name="close_comment_round"),
    path("comments/responses/", responses.comment_responses, name="comment_responses"),
    path("comments/responses/new/", responses.new_comment_response, name="new_comment_response"),
    path("comments/responses/<uuid:response>/", responses.comment_response, name="comment_response"),
    path("comments/<uuid:comment>/", officers.handle_comment, name="handle_comment"),
    path("comments/<uuid:comment>/triage/", moves.triage_comment, name="triage_comment"),
    path("comments/<uuid:comment>/redact/", moves.redact_comment, name="redact_comment"),
    path("comments/<uuid:comment>/confirm/", moves.confirm_words, name="confirm_words"),
    path("comments/<uuid:comment>/send-back/", moves.send_comment_back, name="send_comment_back"),
    path("comments/<uuid:comment>/publish/", officers.publish_comment, name="publish_comment"),
    path("comments/<uuid:comment>/withhold/", moves.withhold_comment, name="withhold_comment"),
    path("comments/<uuid:comment>/take-down/", moves.take_comment_down, name="take_comment_down"),
    path("comments/<uuid:comment>/look-again/", moves.look_at_comment_again, name="look_at_comment_again"),
    path("comments/<uuid:comment>/answer/", moves.answer_comment, name="answer_comment"),
]
