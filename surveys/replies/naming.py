"""Every way to name a question's choices, as it follows from the labels."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from surveys import number_words, plain_text
from surveys.question import Kind, Question
from surveys.replies.either import yesno
from surveys.replies.scales import degrees
from surveys.replies.text import words

LANGUAGES = ("th", "en", "my")
UNCLEAR = -1  # in place of a choice: a word of two choices, or of none for sure
MIN_PART = 3  # letters of a part of a label that may stand for it

_SEPARATORS = re.compile(r"[/(),;:\[\]\s]+|หรือ|และ|รวมถึง|เช่น|กับ|\bor\b|\band\b|သို့မဟုတ်")
_STOP_WORDS = words.listed(words.LISTS["label_words"])
COMMON = _STOP_WORDS
_FIRST = words.listed(words.LISTS["first"])
_LAST = words.listed(words.LISTS["last"])
_MIDDLE = words.listed(words.LISTS["middle_place"])
_LAST_BUT_ONE = words.listed(words.LISTS["last_but_one"])
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_BURMESE = ("ပထမ", "ဒုတိယ", "တတိယ", "စတုတ္ထ", "ပဉ္စမ")
_LETTERS = ("กขคงจฉ", "abcdef")
_LIKE_OF = "ง"  # "ข้อง" sounds like "ของ"; alone it is told by `pointing`


@lru_cache(maxsize=256)
def labelled(question: Question, language: str) -> Mapping[str, int]:
    """What the labels themselves say; a word of two choices is this language's."""
    places: dict[str, dict[str, int]] = {each: {} for each in LANGUAGES}
    for index, choice in enumerate(question.choices):
        for each in LANGUAGES:
            places[each].update(dict.fromkeys(choice.spoken(each), index))
    own = places.get(language, {})
    known = {}
    for word in {word for said in places.values() for word in said}:
        meant = {said[word] for said in places.values() if word in said}
        is_one = len(meant) == 1
        known[word] = own[word] if word in own else meant.pop() if is_one else UNCLEAR
    return known


@lru_cache(maxsize=256)
def derived(question: Question) -> dict[str, int]:
    """What follows from the labels. Where two choices claim a word, it is unclear."""
    if question.kind is Kind.SCALE5:
        return degrees.names([spoken(question, i) for i in range(5)], asked(question))
    if question.kind not in (Kind.SINGLE, Kind.MULTIPLE):
        return {}
    named: dict[str, int] = {}
    keys = [choice.key for choice in question.choices]
    if "yes" in keys and "no" in keys:
        said = yesno.names(texts(question))
        places = {"yes": keys.index("yes"), "no": keys.index("no"), "": UNCLEAR}
        named |= {word: places[key] for word, key in said.items()}
    else:
        named |= dict.fromkeys(_unoffered(question), UNCLEAR)
        named |= _merged(_parts(question), _synonyms(question))
        named |= _places(len(question.choices)) | _both(question)
        named |= _none_of_it(question)
    return named | _standing_for_controls(question)


def spoken(question: Question, index: int) -> tuple[str, ...]:
    """What a choice is called, label first in each language, in `plain` form."""
    return _everything_spoken(question)[index]


@lru_cache(maxsize=256)
def _everything_spoken(question: Question) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(said for each in LANGUAGES for said in choice.spoken(each))
        for choice in question.choices
    )


@lru_cache(maxsize=256)
def labels(question: Question) -> list[str]:
    """What each choice is called first, in its place, in `plain` form."""
    return [spoken(question, index)[0] for index in range(len(question.choices))]


def offers_ignorance(question: Question) -> bool:
    """Whether not to have known of something is one of the options."""
    return any(label.startswith(_KNEW_NOT) for label in labels(question))


_KNEW_NOT = ("ไม่รู้", "ไม่ทราบ", "ไม่มีใครบอก", "ไม่มีใครแจ้ง")


def together(question: Question) -> str:
    """What the choices are called, as one text."""
    everything = range(len(question.choices))
    return " ".join(name for i in everything for name in spoken(question, i))


def texts(question: Question) -> str:
    """The question's words in every language."""
    text = question.text
    return "\n".join(said for said in (text.th, text.en, text.my) if said)


@lru_cache(maxsize=256)
def asked(question: Question) -> str:
    """The question's words in `plain` form, one language after another."""
    return plain_text.plain(texts(question))


def _merged(*claims: Iterable[tuple[str, int]]) -> dict[str, int]:
    named: dict[str, int] = {}
    for claim in claims:
        for word, index in claim:
            if named.setdefault(word, index) != index:
                named[word] = UNCLEAR
    return named


def _parts(question: Question) -> Iterator[tuple[str, int]]:
    """Parts of a label that its own marks and conjunctions set apart."""
    text = asked(question)
    for index, choice in enumerate(question.choices):
        for each in LANGUAGES:
            label = choice.label.has(each)
            if label:
                yield from ((form, index) for form in _shortened(label))
            for piece in _SEPARATORS.split(label.casefold()) if label else ():
                part = plain_text.plain(piece)
                if _names(part) and part not in text:
                    yield part, index


_UNIT_END = re.compile("(?:ปี|คน|ครั้ง|บาท|เดือน|วัน|years?|times|baht|people)$")
_UNIT_INSIDE = re.compile("(?<=[0-9])(?:ปี|คน|ครั้ง|บาท|เดือน|วัน)")
_SUBJECT = re.compile(r"^\s*(?:i am|i'm|i’m|i have|i|we are|we)\s+", re.IGNORECASE)


def _shortened(label: str) -> Iterator[str]:
    """A label less its unit ("18-25 ปี"), its subject, or its "at all"."""
    plain = plain_text.plain(label)
    without = _UNIT_END.sub("", plain)
    if without != plain and re.search("[0-9].*[^0-9]|[^0-9].*[0-9]", without):
        yield without
    units_out = _UNIT_INSIDE.sub("", plain)
    if units_out != plain and units_out != without:
        yield units_out
    subject = plain_text.plain(_SUBJECT.sub("", label))
    if subject != plain and len(subject) > MIN_PART:
        yield subject
    if plain.startswith("ไม่") and plain.endswith("เลย"):
        yield plain.removesuffix("เลย")
    elif plain.startswith("ไม่"):
        yield from (plain + end for end in ("อะไร", "อะไรเลย", "สักอย่าง", "เลย"))


def _names(part: str) -> bool:
    is_known = part in _STOP_WORDS or part in words.FILLERS or part in words.NEGATIONS
    is_number = part in number_words.NUMBERS or any(
        letter.isdecimal() for letter in part
    )
    return len(part) >= MIN_PART and not is_known and not is_number


def _synonyms(question: Question) -> Iterator[tuple[str, int]]:
    """The other words of a group, where one word of it stands in one label only."""
    claims: dict[int, set[int]] = {}
    for index in range(len(question.choices)):
        said = [plain_text.plain(label) for label in _labels(question, index)]
        for group in _groups(said):
            claims.setdefault(group, set()).add(index)
    # A word that is also in another label, or is what the question is about, is no
    # name for this one.
    everything = [spoken(question, index) for index in range(len(question.choices))]
    text = asked(question)
    for word, group in words.SYNONYMS.items():
        for index in claims.get(group, ()):
            elsewhere = any(
                word in label
                for other, labels in enumerate(everything)
                for label in labels
                if other != index
            )
            if not elsewhere and word not in text:
                yield word, index


_OTHERS = words.listed(words.LISTS["others"])
_NEVER = plain_text.plain("ไม่เคย"), plain_text.plain("บ่เคย"), "never", "notonce"


def _unoffered(question: Question) -> Iterator[str]:
    """What other questions offer: beside an option of this one it is a second one."""
    text = asked(question)
    for word in words.SYNONYMS:
        is_known = word in words.PLAIN or word in _OTHERS or word.startswith(_NEVER)
        if len(word) > MIN_PART and word not in text and not is_known:
            yield word


def _labels(question: Question, index: int) -> list[str]:
    label = question.choices[index].label
    return [said for each in LANGUAGES if (said := label.has(each))]


def _groups(labels: Iterable[str]) -> set[int]:
    """The groups that a label names, and does not deny ("ไม่มีกลิ่น")."""
    found = set()
    for label in labels:
        is_denied = label.startswith(("ไม่", "no", "not", "มือ")) and len(label) > 6
        for word, group in words.SYNONYMS.items():
            is_whole = word == label
            inside = word in label and not is_denied and len(word) > MIN_PART
            if is_whole or inside:
                found.add(group)
    return found


def _none_of_it(question: Question) -> dict[str, int]:
    """ "ไม่มี", where one label alone says that there is none ("ไม่มีปัญหา")."""
    found = [
        index
        for index in range(len(question.choices))
        if any(
            said.startswith(_NO_SUCH) and not said.startswith(_NO_MEANS)
            for said in spoken(question, index)
        )
    ]
    said = words.listed(
        "ไม่มี ไม่มีเลย ไม่มีอะไร ไม่มีอะไรเลย ไม่มีสักอย่าง ไม่มีอะไรรบกวน none nothing"
    )
    if len(found) != 1:
        return {}
    labels = [each for each in spoken(question, found[0]) if each.startswith(_NO_SUCH)]
    said |= {each + end for each in labels for end in ("อะไร", "เลย", "อะไรเลย")}
    return dict.fromkeys(sorted(said), found[0])


_NO_SUCH = plain_text.plain("ไม่มี")
# Want of one of these is a reason, not that there is nothing.
_NO_MEANS = tuple(words.listed("ไม่มีเวลา ไม่มีใคร ไม่มีรถ ไม่มีเงิน ไม่มีคน"))


def _both(question: Question) -> dict[str, int]:
    """ "both", where one option is two of the others ("ทั้งอยู่และทำงาน")."""
    found = [
        index
        for index in range(len(question.choices))
        if spoken(question, index)[0].startswith(("ทั้ง", "both"))
    ]
    if len(found) != 1:
        return {}
    said = set(words.listed("both ทั้งคู่ ทั้งสอง ทั้งสองอย่าง ทั้ง2อย่าง"))
    match = _BOTH.match(spoken(question, found[0])[0])
    if match:
        ones, others = (_alike(match[place]) for place in (1, 2))
        for one, other in product(ones, others):
            for x, y in ((one, other), (other, one)):
                said |= {f"{x}ด้วย{y}ด้วย", f"ทั้ง{x}ทั้ง{y}", f"ทั้ง{x}และ{y}", f"{x}และ{y}"}
                said |= {f"{x}กับ{y}", f"{x}แล้วก็{y}ด้วย", f"ทั้ง{x}ด้วย{y}ด้วย", f"{x}{y}ด้วย"}
    return dict.fromkeys(sorted(said), found[0])


_BOTH = re.compile("ทั้ง(.{3,12}?)(?:และ|ทั้ง|กับ)(.{3,12}?)(?=ใน|ที่|$)")


def _alike(word: str) -> frozenset[str]:
    """The word and others for it; who lives somewhere says that he is there."""
    group = words.SYNONYMS.get(word)
    found = {said for said, its in words.SYNONYMS.items() if its == group}
    dwells = (
        {plain_text.plain("อยู่")} if word.startswith(plain_text.plain("อาศัย")) else set()
    )
    return frozenset({word} | dwells | (found if group is not None else set()))


def _places(count: int) -> dict[str, int]:
    """By place: "อันแรก", "second one", "ข้อ ข"."""
    named = dict.fromkeys(_FIRST, 0) | dict.fromkeys(_LAST, count - 1)
    if count % 2:
        named |= dict.fromkeys(_MIDDLE, count // 2)
    if count > 2:
        named |= dict.fromkeys(_LAST_BUT_ONE, count - 2)
    for index in range(count):
        for letters in _LETTERS:
            if index < len(letters):
                letter = letters[index]
                if letter != _LIKE_OF:
                    named[f"ข้อ{letter}"] = index
                named[f"option{letter}"] = index
                named |= {f"ตัวเลือก{letter}": index}
        for names in (_ENGLISH, _BURMESE):
            if index < len(names):
                name = plain_text.plain(names[index])
                forms = (name, f"{name}one", f"the{name}", f"the{name}one")
                ends = ("option", "choice", "တစ်ခု", "ဟာ", "အချက်")
                named |= dict.fromkeys(forms, index)
                named |= {name + plain_text.plain(end): index for end in ends}
                named |= {f"the{name}{end}": index for end in ends[:2]}
    return named


def _standing_for_controls(question: Question) -> dict[str, int]:
    """Where a choice itself says "not sure", every way to say so is that choice."""
    named: dict[str, int] = {}
    for index, choice in enumerate(question.choices):
        said = set(spoken(question, index))
        for each in LANGUAGES:
            label = choice.label.has(each)
            said |= {plain_text.plain(part) for part in _SEPARATORS.split(label or "")}
        if said & words.CONTROLS["dont_know"]:
            named |= dict.fromkeys(words.CONTROLS["dont_know"], index)
        if said & _REFUSALS:
            named |= dict.fromkeys(_REFUSALS, index)
    return named


_REFUSALS = words.listed(words.LISTS["refusals"])
