"""Tests of content.rendering.web."""

import json

from hypothesis import given, settings

from content.outbound import Card, Choice, Link, Outbound
from content.rendering.web import render
from tests.content.rendering import sayings


def test_a_message_keeps_its_text_card_and_choices():
    card = Card("น้ำ", "ใส\nสะอาด", "ที่มา", (Link("โทร", "tel:1650"),), urgent=True)
    message = Outbound("ดูนี่ <b>", card, (Choice("ใช่", "y"),))

    assert render((message, Outbound()), "th") == [
        {
            "text": "ดูนี่ <b>",
            "language": "th",
            "card": {
                "title": "น้ำ",
                "body": "ใส\nสะอาด",
                "footer": "ที่มา",
                "urgent": True,
                "links": [{"label": "โทร", "url": "tel:1650"}],
            },
            "choices": [{"label": "ใช่", "data": "y"}],
        }
    ]


def test_a_link_a_browser_should_not_follow_is_left_out():
    card = Card("ก", "ข", links=(Link("x", "javascript:alert(1)"),))

    assert render((Outbound(card=card),), "th")[0]["card"]["links"] == []


@settings(max_examples=50, deadline=None)
@given(sayings.sayings, sayings.languages)
def test_whatever_is_said_can_be_sent_to_a_browser(messages, language):
    values = render(messages, language)

    assert len(values) <= len(messages)
    json.dumps(values, ensure_ascii=False).encode()
    for value in values:
        assert value["text"] or value["card"] or value["choices"]
