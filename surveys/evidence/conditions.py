"""Rules of a questionnaire in words, as an assessor reads them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from surveys import rules
from surveys.definition import Survey
from surveys.question import Question, Text

Language = Literal["th", "en"]
Phrases = Mapping[str, str]

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}
ARITHMETIC = {"+": "+", "-": "−", "*": "×", "/": "÷", "%": "mod"}
# What stands around the words of the arguments.
PHRASES: Mapping[Language, Phrases] = {
    "th": {
        "question": "ข้อ {number} ({key})",
        "calculated": "ค่าที่คำนวณ {key}",
        "this": "คำตอบข้อนี้",
        "nothing": "ไม่มีคำตอบ",
        "==": "{0} คือ {1}",
        "!=": "{0} ไม่ใช่ {1}",
        "and": " และ ",
        "or": " หรือ ",
        "!": "ไม่ใช่ว่า {0}",
        "one_of": "{0} เป็นหนึ่งใน {1}",
        "has": "{1} มี {0}",
        "if": "ถ้า {0} ให้ใช้ {1} มิฉะนั้น {2}",
        "count": "จำนวนตัวเลือกใน {0}",
        "length": "จำนวนตัวอักษรของ {0}",
        "int": "จำนวนเต็มของ {0}",
        "round": "{0} ปัดเศษ",
        "coalesce": "ค่าแรกที่มีใน {0}",
        "today": "วันที่ตอบ",
        "true": "เสมอ",
        "false": "ไม่มีทาง",
        "answered": "มีคำตอบ {0}",
    },
    "en": {
        "question": "question {number} ({key})",
        "calculated": "the calculated value {key}",
        "this": "this answer",
        "nothing": "no answer",
        "==": "{0} is {1}",
        "!=": "{0} is not {1}",
        "and": " and ",
        "or": " or ",
        "!": "it is not so that {0}",
        "one_of": "{0} is one of {1}",
        "has": "{1} includes {0}",
        "if": "if {0} then {1}, else {2}",
        "count": "the number of options in {0}",
        "length": "the number of characters of {0}",
        "int": "the whole part of {0}",
        "round": "{0}, rounded",
        "coalesce": "the first there is of {0}",
        "today": "the day of the answer",
        "true": "always",
        "false": "never",
        "answered": "{0} is answered",
    },
}


def in_words(
    rule: rules.Rule, survey: Survey, question: Question | None = None
) -> Text:
    """What a rule says. `question` is the one whose answer "." stands for."""
    return Text(
        th=_Reader("th", survey, question).condition(rule),
        en=_Reader("en", survey, question).condition(rule),
    )


class _Reader:
    """One reading of a rule in one language."""

    def __init__(
        self, language: Language, survey: Survey, this: Question | None
    ) -> None:
        self.language = language
        self.survey = survey
        self.this = this
        self.phrases = PHRASES[language]
        asked = [each for each in survey.questions if each.is_asked]
        self.numbers = {each.key: place for place, each in enumerate(asked, start=1)}

    def condition(self, rule: rules.Rule) -> str:
        """The rule where a yes or no is wanted."""
        if isinstance(rule, bool):
            return self.phrases["true" if rule else "false"]
        if isinstance(rule, dict) and "var" in rule:
            return self.phrases["answered"].format(self.say(rule))
        return self.say(rule)

    def say(self, rule: rules.Rule, about: Question | None = None) -> str:
        """The rule's words; `about` is the question a plain value is an answer to."""
        if not isinstance(rule, dict):
            return self._value(rule, about)
        ((operator, given),) = rule.items()
        arguments = given if isinstance(given, list) else [given]
        match operator:
            case "var":
                return self._name(arguments[0])
            case "and" | "or":
                parts = [self._within(each) for each in arguments]
                return self.phrases[operator].join(parts)
            case "!":
                return self.phrases["!"].format(self._within(arguments[0]))
            case "in":
                return self._membership(arguments[0], arguments[1])
            case "if":
                return self._choice(arguments)
            case "==" | "!=":
                return self.phrases[operator].format(*self._compared(arguments))
            case _ if operator in SIGNS:
                left, right = self._compared(arguments)
                return f"{left} {SIGNS[operator]} {right}"
            case _ if operator in ARITHMETIC:
                return self._reckoned(operator, arguments)
            case _:
                said = ", ".join(self.say(each) for each in arguments)
                return self.phrases[operator].format(said)

    def _within(self, rule: rules.Rule) -> str:
        """A part of a longer rule, in brackets where it could be misread."""
        said = self.condition(rule)
        joined = isinstance(rule, dict) and next(iter(rule)) in ("and", "or", "if", "!")
        return f"({said})" if joined else said

    def _choice(self, arguments: Sequence[rules.Rule]) -> str:
        condition, then, otherwise = arguments
        return self.phrases["if"].format(
            self._within(condition), self.say(then), self.say(otherwise)
        )

    def _membership(self, needle: rules.Rule, hay: rules.Rule) -> str:
        if isinstance(hay, list):
            about = self._question(needle)
            listed = ", ".join(self.say(each, about) for each in hay)
            return self.phrases["one_of"].format(self.say(needle), listed)
        about = self._question(hay)
        return self.phrases["has"].format(self.say(needle, about), self.say(hay))

    def _compared(self, arguments: Sequence[rules.Rule]) -> tuple[str, str]:
        left, right = arguments
        return (
            self.say(left, self._question(right)),
            self.say(right, self._question(left)),
        )

    def _reckoned(self, operator: str, arguments: Sequence[rules.Rule]) -> str:
        said = [self._bracketed(each) for each in arguments]
        sign = ARITHMETIC[operator]
        return f"{sign}{said[0]}" if len(said) == 1 else f" {sign} ".join(said)

    def _bracketed(self, rule: rules.Rule) -> str:
        said = self.say(rule)
        plain = not isinstance(rule, dict) or next(iter(rule)) not in ARITHMETIC
        return said if plain else f"({said})"

    def _question(self, rule: rules.Rule) -> Question | None:
        """The question a rule is nothing but the answer to."""
        if not (isinstance(rule, dict) and "var" in rule):
            return None
        name = rule["var"][0] if isinstance(rule["var"], list) else rule["var"]
        if name == rules.THIS:
            return self.this
        return next((q for q in self.survey.questions if q.key == name), None)

    def _name(self, name: str) -> str:
        if name == rules.THIS:
            return self.phrases["this"]
        if name in self.numbers:
            return self.phrases["question"].format(number=self.numbers[name], key=name)
        return self.phrases["calculated"].format(key=name)

    def _value(self, value: Any, about: Question | None) -> str:
        if value is None or value == "":
            return self.phrases["nothing"]
        if about is not None:
            for choice in about.choices:
                if choice.key == str(value):
                    return f"“{choice.label.say(self.language)}”"
        return f"“{value}”" if isinstance(value, str) else str(value)
