"""Pages in Thai, English and Burmese, and the files they load."""

import re

import pytest

from content import messages

PATHS = (
    "/",
    "/indicators",
    "/reports",
    "/privacy",
    "/nowhere",
    "/console/sign-in",
)


def test_thai_is_spoken_to_who_has_not_chosen(client):
    assert '<html lang="th">' in client.get("/").text


def test_a_language_once_chosen_is_kept(client):
    client.get("/?lang=en")
    page = client.get("/privacy").text
    assert '<html lang="en">' in page
    assert "How we use your data" in page


@pytest.mark.parametrize("wanted", ["de", "", "<script>"])
def test_a_language_we_do_not_speak_changes_nothing(client, wanted):
    answer = client.get("/", params={"lang": wanted})
    assert '<html lang="th">' in answer.text
    assert "set-cookie" not in answer.headers


def test_switching_the_language_keeps_the_page_and_its_other_parameters(client):
    page = client.get("/reports?after=x&lang=th").text
    assert 'href="/reports?after=x&amp;lang=en"' in page


def test_the_console_speaks_thai_to_who_chose_burmese_elsewhere(client):
    client.get("/?lang=my")
    assert '<html lang="th">' in client.get("/console/sign-in").text


@pytest.mark.parametrize("path", PATHS)
def test_no_page_loads_or_runs_anything_that_is_not_a_file_of_ours(client, path):
    page = client.get(path).text
    assert re.findall(r"<script[^>]*>", page) == [
        '<script src="/static/ecotown.js" defer>'
    ]
    loaded = re.findall(
        r"<(?:link|script|img|iframe)[^>]*(?:href|src)=\"([^\"]+)", page
    )
    assert all(address.startswith("/static/") for address in loaded)
    assert not re.search(r"<[^>]+ (?:style|on\w+)=", page)
    assert "<style" not in page


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_guarded_against_foreign_content(client, path):
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", PATHS)
def test_a_keyboard_can_skip_to_the_content(client, path):
    page = client.get(path).text
    assert page.index('class="skip" href="#main"') < page.index("<header")
    assert 'id="main"' in page
    assert page.count("<h1") == 1


def test_files_are_served_and_nothing_outside_their_folder(client):
    style = client.get("/static/ecotown.css")
    assert style.headers["content-type"].startswith("text/css")
    assert client.get("/static/ecotown.js").status_code == 200
    assert client.get("/static/fonts/Sarabun-Regular.ttf").status_code == 200
    for path in ("/static/..%2Fapp.py", "/static/nothing.css", "/static/fonts/..%2F"):
        assert client.get(path).status_code == 404


def test_the_style_sheet_loads_nothing_from_another_host(client):
    style = client.get("/static/ecotown.css").text
    addresses = re.findall(r"url\(\"?([^)\"]+)", style)
    assert addresses
    assert all(client.get(each).status_code == 200 for each in addresses)


def test_text_stands_out_from_its_ground():
    colours = {
        "ink on paper": ("#1b2a27", "#ffffff"),
        "quiet on ground": ("#4b5b57", "#f4f6f2"),
        "leaf on pale leaf": ("#0d5f4b", "#e3efe9"),
        "white on leaf": ("#ffffff", "#0d5f4b"),
        "mark": ("#6b3a00", "#fdf1de"),
        "error": ("#a11d1d", "#fdeaea"),
    }
    for name, (text, ground) in colours.items():
        assert contrast(text, ground) >= 4.5, name


def test_those_colours_are_the_style_sheets_own(client):
    style = client.get("/static/ecotown.css").text
    for colour in ("#1b2a27", "#4b5b57", "#0d5f4b", "#6b3a00", "#a11d1d"):
        assert colour in style


@pytest.mark.parametrize("file", ["pages", "indicator_pages", "console"])
def test_every_key_of_the_pages_is_said_in_each_of_their_languages(file):
    spoken = ("th", "en") if file == "console" else messages.LANGUAGES
    keys = {
        lang: set(
            re.findall(
                r'^msgid "(.+)"',
                (messages.LOCALES / lang / f"{file}.po").read_text(encoding="utf-8"),
                re.MULTILINE,
            )
        )
        for lang in spoken
    }
    assert all(keys[lang] == keys["th"] for lang in spoken)
    said = messages.load()
    for key in keys["th"]:
        wanted = {lang: said.values(key, lang) for lang in spoken}
        assert all(values == wanted["th"] for values in wanted.values()), key


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
