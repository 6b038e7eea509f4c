"""Whole numbers as words, in Thai, English and Burmese."""

from collections.abc import Iterator

from surveys import plain_text

THAI_ONES = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
ENGLISH_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = [
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]
BURMESE_ONES = ["သုည", "တစ်", "နှစ်", "သုံး", "လေး", "ငါး", "ခြောက်", "ခုနစ်", "ရှစ်", "ကိုး"]


def spellings() -> Iterator[tuple[str, int]]:
    """Number words without spaces: Thai to 999, English and Burmese to 100."""
    for number in range(1000):
        for word in _thai(number):
            yield word, number
    for number in range(101):
        for word in (*_english(number), *_burmese(number)):
            yield word, number


def _thai(number: int) -> list[str]:
    if number < 10:
        return [THAI_ONES[number]]
    if number < 100:
        tens, ones = divmod(number, 10)
        heads = {1: ["สิบ", "หนึ่งสิบ"], 2: ["ยี่สิบ"]}.get(tens, [THAI_ONES[tens] + "สิบ"])
    else:
        hundreds, ones = divmod(number, 100)
        heads = [THAI_ONES[hundreds] + "ร้อย"] + (["ร้อย"] if hundreds == 1 else [])
    if ones == 0:
        return heads
    tails = ["เอ็ด", "หนึ่ง"] if ones == 1 else _thai(ones)
    return [head + tail for head in heads for tail in tails]


def _english(number: int) -> list[str]:
    if number == 100:
        return ["hundred", "onehundred", "ahundred"]
    if number < 20:
        return [ENGLISH_SMALL[number]]
    tens, ones = divmod(number, 10)
    return [ENGLISH_TENS[tens - 2] + (ENGLISH_SMALL[ones] if ones else "")]


def _burmese(number: int) -> list[str]:
    if number == 100:
        return ["တစ်ရာ"]
    if number < 10:
        words = [BURMESE_ONES[number]]
    else:
        tens, ones = divmod(number, 10)
        # Before a following digit "ten" takes the creaky tone mark.
        ten = "ဆယ့်" + BURMESE_ONES[ones] if ones else "ဆယ်"
        words = [BURMESE_ONES[tens] + ten] + ([ten] if tens == 1 else [])
    # Seven is commonly spelled as it is said.
    return words + [word.replace("ခုနစ်", "ခုနှစ်") for word in words if "ခုနစ်" in word]


# What a word says, as it is compared.
NUMBERS = {plain_text.plain(word): number for word, number in spellings()}
