"""Who asks for a person in words of their own, and who only speaks of officers."""

from pathlib import Path

import pytest

from content import commands, emergency, person

ROOT = Path(__file__).parent.parent

ASKS = """
ขอคุยกับคน
อยากคุยกับเจ้าหน้าที่
ผมอยากคุยกับเจ้าหน้าที่หน่อยครับ
ขอ คุย กับ คน จริงๆ ได้ไหม
ขอสายเจ้าหน้าที่ครับ
คุยกับแอดมินได้มั้ยคะ
ไม่อยากคุยกับบอทแล้ว
มีเจ้าหน้าที่อยู่ไหมคะ
ขอเจ้าหน้าที่
ต้องการติดต่อเจ้าหน้าที่
ให้เจ้าหน้าที่โทรกลับหน่อย
อยากปรึกษาเจ้าหน้าที่ค่ะ
ขอคุยกับจนท.
เบื่อบอท ขอคุยกับคนจริง
talk to a human
I want to talk to a real person please
I'd like to speak with someone
Can I speak with someone?
connect me to an agent
human please
I need a human
live agent
လူနဲ့ပြောချင်တယ်
အရာရှိနဲ့ စကားပြောချင်ပါတယ်
ဝန်ထမ်းနဲ့ပြောချင်ပါတယ်
""".strip().splitlines()

DOES_NOT = """
ติดต่อเจ้าหน้าที่ได้ที่ไหน
เจ้าหน้าที่มากี่โมง
คุยกับคนข้างบ้านแล้วไม่ดีขึ้น
อยากคุยกับเจ้าหน้าที่ต้องไปที่ไหน
เจ้าหน้าที่ไม่เคยมาดูเลย
ถามเจ้าหน้าที่แล้วบอกว่าไม่รู้
มีคนไหม
who can I talk to about dust
I like people
people
I can hear someone
လူတွေများတယ်
""".strip().splitlines()


@pytest.mark.parametrize("text", ASKS)
def test_a_request_for_a_person_is_heard_however_it_is_put(text):
    assert commands.find(text) == "person"


@pytest.mark.parametrize("text", DOES_NOT)
def test_who_only_speaks_of_people_asks_for_nobody(text):
    assert not person.asks(text)
    assert not person.asks_about(text)
    assert commands.find(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("อยากคุยกับเจ้าหน้าที่เรื่องน้ำเสีย", True),
        ("ขอปรึกษากับเจ้าหน้าที่ค่ะ ที่บ้านน้ำท่วมทุกปี", True),
        ("Can I talk to someone about the smell?", True),
        ("ขอคุยกับเจ้าหน้าที่ได้ที่ไหน", False),
        ("อยากคุยกับเจ้าหน้าที่ต้องโทรเบอร์อะไร", False),
        ("อยากคุยเรื่องน้ำเสีย", False),
    ],
)
def test_a_request_may_say_what_it_is_about(text, found):
    assert person.asks_about(text) == found


def test_of_everyday_messages_those_alone_are_heard_that_ask_for_an_officer():
    lines = (ROOT / "sets" / "everyday.txt").read_text("utf-8").splitlines()
    heard = [each for each in lines if person.asks(each) or person.asks_about(each)]
    assert len(lines) > 500
    assert all("เจ้าหน้าที่" in each and "คุย" in each for each in heard), heard


@pytest.mark.parametrize("text", ["ก" * 5000, "อยากคุยกับ" * 500, "i " * 2500, "🙂", ""])
def test_whatever_is_typed_is_looked_at_in_no_time(text):
    assert not person.asks(text)
    assert not person.asks_about(text)


@pytest.mark.parametrize("text", ASKS)
def test_asking_for_a_person_is_no_danger(text):
    assert emergency.match(text) is None
