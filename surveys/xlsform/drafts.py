"""Words of ours that stand in where a form from elsewhere has none; all are drafts."""

from collections.abc import Iterable, Mapping

from surveys.question import Language

Words = dict[Language, str]

INTRO: Mapping[Language, str] = {
    "th": "(ร่าง) จะตอบหรือไม่ตอบก็ได้ ข้ามข้อไหนก็ได้ค่ะ อยากเลิกเมื่อไร พิมพ์ว่า หยุด",
    "en": "(Draft) Answering is up to you, and you may skip any question. "
    "To end at any time, type: stop",
    "my": "(မူကြမ်း) ဖြေလိုမှ ဖြေပါ။ မည်သည့်မေးခွန်းကိုမဆို ကျော်နိုင်ပါသည်။ ရပ်လိုလျှင် ရပ် ဟု ရိုက်ပါ။",
}
THANKS: Mapping[Language, str] = {
    "th": "ขอบคุณที่สละเวลาตอบค่ะ",
    "en": "Thank you for taking the time to answer.",
    "my": "အချိန်ပေး ဖြေကြားသည့်အတွက် ကျေးဇူးတင်ပါသည်။",
}
PURPOSE: Mapping[Language, str] = {
    "th": "(ร่าง) ยังไม่ได้เขียนว่าจะนำคำตอบไปใช้ทำอะไร",
    "en": "(Draft) What the answers are for has not been written yet.",
    "my": "(မူကြမ်း) အဖြေများကို ဘာအတွက် သုံးမည်ကို မရေးရသေးပါ။",
}
OTHER: Mapping[Language, str] = {"th": "อื่น ๆ", "en": "Other", "my": "အခြား"}
SPECIFY: Mapping[Language, str] = {
    "th": "คืออะไรคะ พิมพ์บอกได้เลย",
    "en": "What is it? Please write it in your own words.",
    "my": "ဘာပါလဲ။ ကိုယ့်စကားနဲ့ ရေးပါ။",
}
LOW: Mapping[Language, str] = {"th": "น้อยที่สุด", "en": "lowest", "my": "အနိမ့်ဆုံး"}
HIGH: Mapping[Language, str] = {"th": "มากที่สุด", "en": "highest", "my": "အမြင့်ဆုံး"}


def among(words: Mapping[Language, str], languages: Iterable[Language]) -> Words:
    """The words in these languages."""
    return {language: words[language] for language in languages}
