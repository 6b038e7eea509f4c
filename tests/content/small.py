"""A town of five articles: enough for a question to be sure of one."""

from content import articles
from content.articles import Article

FILE = """---
title: {title}
topic: water
asked_as:
{asked_as}
facts: []
sources: [{{name: a, url: null}}]
as_of: 2021-11-16
as_of_note: null
volatile: false
ask: null
review_by: 2027-02-28
owner: b
---
คำตอบ
"""


def text(title: str, *asked_as: str) -> str:
    lines = "\n".join(f"  - {line}" for line in asked_as)
    return FILE.format(title=title, asked_as=lines)


def article(slug: str, title: str, *asked_as: str, language: str = "th") -> Article:
    return articles.parse(text(title, *asked_as), slug=slug, language=language)


CANAL = article("canal", "น้ำในคลองภาษีเจริญ", "คลองดำ", "น้ำคลองเหม็น", "น้ำในคลองสะอาดไหม")
MARKET = article("market", "ตลาดนัดวันเสาร์", "ตลาดนัดอยู่ตรงไหน", "ตลาดเปิดกี่โมง")
TOWN = (
    CANAL,
    MARKET,
    article("bus", "รถเมล์ไปมหาชัย", "รถเมล์มากี่โมง", "ขึ้นรถไปมหาชัยตรงไหน"),
    article("school", "โรงเรียนเทศบาล", "สมัครเรียนโรงเรียนเทศบาล", "ค่าเทอมเท่าไร"),
    article("tax", "ภาษีที่ดิน", "จ่ายภาษีที่ดินที่ไหน", "ภาษีที่ดินจ่ายเมื่อไร"),
)
WASTE = article("waste", "การเก็บขยะ", "รถขยะมาวันไหน", "ถังขยะเต็มทำอย่างไร")
RIVER = article("canal", "น้ำในแม่น้ำ", "แม่น้ำสะอาดไหม")
"""The article about the canal, rewritten until nothing of the canal is left in it."""
