"""Everything one could want to say: strategies for the tests of rendering."""

from hypothesis import strategies as st

from content.outbound import Card, Choice, Link, Outbound

THAI = st.sampled_from(
    ["น้ำ", "ท่วม", "โรงงาน", "ที่", "กำลัง", "เทศบาล", "ใช่", "ไม่", "ฯ", "ๆ", "้", "ำ"]
)
BURMESE = st.sampled_from(["မြန်မာ", "ကျေးဇူး", "တင်ပါတယ်", "ရေ"])
EMOJI = st.sampled_from(["🙂", "👨‍👩‍👧‍👦", "🇹🇭", "❤️", "👍🏽"])
BLANK = st.sampled_from([" ", "\n", "\n\n", "\t", "\u200b", "\r\n", "\u00a0"])
NASTY = st.sampled_from(
    ["<b>", "&", "</i>", '"', "{", "}", "*_`", "\x00", "\ud800", "\udc00", "\ufeff"]
)
WORDS = st.one_of(THAI, BURMESE, EMOJI, BLANK, NASTY, st.text(max_size=5))

short = st.lists(WORDS, max_size=12).map("".join)


def repeated(most):
    words = st.lists(WORDS, min_size=1, max_size=6).map("".join)
    return st.builds(str.__mul__, words, st.integers(1, most))


long = st.one_of(repeated(60), repeated(60), repeated(2_000))
texts = st.one_of(st.just(""), short, short, long)
addresses = st.one_of(
    st.sampled_from(
        ["tel:199", "tel:+66 2 431 0000", "https://example.go.th/ก ข?x=%&y=น้ำ#ท้าย"]
    ),
    short,
    short.map("https://example.org/".__add__),
    short.map("https://".__add__),
    short.map("tel:".__add__),
    short.map("javascript:".__add__),
    repeated(300).map("http://10.0.0.1/".__add__),
)
links = st.builds(Link, short, addresses)
choices = st.builds(
    Choice, st.one_of(short, repeated(60)), st.one_of(short, repeated(60))
)
cards = st.builds(
    Card,
    title=texts,
    body=texts,
    footer=texts,
    links=st.lists(links, max_size=6).map(tuple),
    urgent=st.booleans(),
)
outbounds = st.builds(
    Outbound,
    text=texts,
    card=st.none() | cards,
    choices=st.lists(choices, max_size=16).map(tuple),
    numbered=st.booleans(),
    wants=st.sampled_from(["", "", "location", "photo"]),
)
sayings = st.lists(outbounds, max_size=6).map(tuple)
languages = st.sampled_from(["th", "en", "my", None])
