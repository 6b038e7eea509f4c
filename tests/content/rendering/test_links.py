"""Tests of content.rendering.links."""

import re

import pytest
from hypothesis import given

from content.rendering import links
from tests.content.rendering import sayings


@pytest.mark.parametrize(
    ("given_url", "url"),
    [
        ("https://example.go.th/a?b=c#d", "https://example.go.th/a?b=c#d"),
        ("https://example.go.th/น้ำ ใส", "https://example.go.th/%E0%B8%99%E0%B9%89"
         "%E0%B8%B3%20%E0%B9%83%E0%B8%AA"),
        ("https://example.go.th/?x=100%&y=%20", "https://example.go.th/?x=100%25&y=%20"),
        ("https://ไทย.com", "https://xn--o3cw4h.com"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("tel:02 431-0000", "tel:024310000"),
        ("TEL:+66 2 431 0000", "tel:+6624310000"),
        ("tel:*1669#", "tel:*1669%23"),
    ],
)  # fmt: skip
def test_an_address_is_percent_encoded(given_url, url):
    assert links.encoded(given_url) == url


@pytest.mark.parametrize(
    "url",
    [
        *("", "javascript:alert(1)", "ftp://example.org", "https://", "tel:", "tel:x"),
        *("https://a b.org", "https://user:pw@example.org", "https://x:99999999/"),
        *("https://example.org/" + "a" * 1_000, "/reports/one", "https://.org"),
    ],
)
def test_what_nobody_can_follow_is_no_link(url):
    assert links.encoded(url) is None


@given(sayings.addresses)
def test_every_link_is_plain_ascii_of_a_scheme_that_buttons_take(address):
    url = links.encoded(address)

    assert url is None or re.fullmatch(r"(https?://|tel:)[!-~]{2,1000}", url)


def test_only_names_anyone_can_resolve_are_public():
    assert links.public("https://example.go.th/x")
    for url in ("http://localhost:8000/", "https://10.0.0.1/", "tel:199", "http://x/"):
        assert not links.public(url)
