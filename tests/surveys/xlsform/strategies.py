"""Surveys and rules of every shape, for property tests."""

import re
from typing import Any

from hypothesis import strategies as st

from surveys import located
from surveys.definition import Survey
from surveys.question import CHOSEN, LANGUAGES, Kind, is_choice_key

# What is special to YAML, spreadsheets, pyxform or XPath, in every language we speak.
_ODD = st.sampled_from("กไม่ที่ကမျိုး aB0=+-@'\"‘’“”:#|[]{},.&<>\\%$\n\t~")
_ANY = st.characters(exclude_categories=("Cs", "Cc", "Cn"))
# Less what no workbook can hold.
SAID = st.one_of(st.text(_ODD, max_size=12), st.text(_ANY, max_size=12)).map(
    lambda said: said.replace("_x", "_ x")
)
WORDS = SAID.map(
    lambda said: f"a{said}".replace("${", "$ {").replace("%(", "% (").strip()
)
NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,9}", fullmatch=True)
NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6),
    st.floats(-(10**6), 10**6, allow_nan=False).map(lambda number: round(number, 4)),
    st.sampled_from([0, 1, -1, 0.5, 1e-7, 1e17, -0.0]),
)
SENSELESS = (
    "has no choice",
    "they are not compared",
    "nothing is reckoned with",
    "are not ordered",
    "goes round in a circle",
)
PLAIN = st.one_of(st.none(), st.booleans(), NUMBERS, SAID)


def _grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    def of(operators: str, least: int, most: int) -> st.SearchStrategy[Any]:
        given_ = st.lists(inner, min_size=least, max_size=most)
        return st.builds(
            lambda operator, each: {operator: each},
            st.sampled_from(operators.split()),
            given_,
        )

    listed = st.tuples(inner, st.lists(PLAIN, max_size=3))
    return st.one_of(
        of("== != < <= > >= / % in", 2, 2),
        of("+ *", 2, 3),
        of("and or coalesce", 1, 3),
        of("- round", 1, 2),
        of("! count length int", 1, 1),
        of("if", 3, 3),
        listed.map(lambda each: {"in": [*each]}),
        inner.map(lambda each: {"!": each}),
        st.just({"today": []}),
    )


# Made once, over numbers; `rules` puts names in their place.
_VARIABLES = st.integers(-1, 5).flatmap(
    lambda number: st.sampled_from([{"var": number}, {"var": [number]}])
)
_NUMBERED = st.recursive(st.one_of(_VARIABLES, PLAIN), _grown, max_leaves=5)


def _about(names: list[str]) -> st.SearchStrategy[Any]:
    return rules(names) if names else PLAIN


def rules(names: list[str]) -> st.SearchStrategy[Any]:
    """Rules over these questions, with every operator there is."""

    def named(part: Any) -> Any:
        match part:
            case {"var": int(number)}:
                return {"var": "." if number < 0 else names[number % len(names)]}
            case {"var": [int(number)]}:
                return {"var": ["." if number < 0 else names[number % len(names)]]}
            case dict():
                return {key: named(value) for key, value in part.items()}
            case list():
                return [named(each) for each in part]
            case _:
                return part

    return _NUMBERED.map(named)


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    """A survey with anything a survey may have."""
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
    words = _texts(languages)
    keys = draw(st.lists(NAMES, min_size=1, max_size=6, unique_by=str.casefold))
    groups = _sizes(draw, len(keys))
    data: dict[str, Any] = {
        "key": draw(st.from_regex(r"[a-z][a-z0-9]{0,9}", fullmatch=True)),
        "version": draw(st.integers(1, 1_000_000)),
        **{name: draw(words) for name in ("title", "intro", "thanks", "purpose")},
        "level": draw(st.sampled_from(["inform", "consult"])),
        "status": draw(st.sampled_from(["draft", "approved"])),
        "languages": languages,
        "reviewed": {each: True for each in languages if draw(st.booleans())},
        "longer": draw(st.none() | WORDS),
        "groups": [],
    }
    questions: list[dict[str, Any]] = []
    asked: list[str] = []
    # In a shuffled group nobody knows what was asked before.
    shuffled = {each for each in groups if each is not None and draw(st.booleans())}
    starts: dict[int | None, list[str]] = {}
    for key, group in zip(keys, groups, strict=True):
        starts.setdefault(group, [*asked])
        known = starts[group] if group in shuffled else asked
        question = draw(_question(key, words, known))
        if group is not None:
            question["group"] = f"g{group}"
        questions.append(question)
        if question["kind"] != "note":
            asked.append(key)
    if not asked:
        questions[0] = {"key": keys[0], "kind": "open", "text": questions[0]["text"]}
        asked = keys[:1]
    data["questions"] = questions
    used = dict.fromkeys(each["group"] for each in questions if "group" in each)
    order = draw(st.permutations([*used]))
    data["groups"] = [
        {
            "key": key,
            "title": draw(st.none() | words),
            "ask_if": draw(st.none() | _about(starts[int(key[1:])])),
            "shuffle": int(key[1:]) in shuffled,
        }
        for key in order
    ]
    data["calculations"] = [
        {"key": f"calc{index}", "value": draw(rules(asked))}
        for index in range(draw(st.integers(0, 2)))
    ]
    data["key_question"] = draw(st.none() | st.sampled_from(asked))
    data["quotas"] = _quotas(draw, questions)
    return _sensible(data)


def _sensible(data: dict[str, Any]) -> Survey:
    """The survey without the rules that compare what cannot be compared."""
    while True:
        survey, faults = located.examine_places(data, Survey)
        if survey is not None:
            return survey
        for (*way, name), reason in faults:
            assert re.search("|".join(SENSELESS), reason), reason
            holder: Any = data
            for step in way:
                holder = holder[step]
            holder[name] = None
            if name == "constraint":
                holder.pop("constraint_message", None)


def _sizes(draw: st.DrawFn, count: int) -> list[int | None]:
    """Which group each question is in: one after the other, or in none."""
    found: list[int | None] = []
    while len(found) < count:
        size = draw(st.integers(1, 3))
        inside = draw(st.booleans())
        found += [len(found) if inside else None] * size
    return found[:count]


def _texts(languages: list[str]) -> st.SearchStrategy[dict[str, str]]:
    """Words in every language of the survey, and perhaps in others."""
    others = [each for each in LANGUAGES if each not in languages]
    return st.fixed_dictionaries(
        dict.fromkeys(languages, WORDS), optional=dict.fromkeys(others, WORDS)
    )


@st.composite
def _question(draw: st.DrawFn, key: str, words: Any, asked: list[str]) -> Any:
    kind = draw(st.sampled_from(Kind))
    question: dict[str, Any] = {"key": key, "kind": kind, "text": draw(words)}
    question["hint"] = draw(st.none() | words)
    for name in ("required", "allow_skip", "allow_dont_know", "identifying"):
        question[name] = draw(st.booleans())
    question["ask_if"] = draw(st.none() | _about(asked))
    if kind in (*CHOSEN, Kind.CONSENT):
        question |= draw(_choices(kind, words))
    if kind is Kind.SCALE11:
        question |= {"low": draw(words), "high": draw(words)}
    if kind is Kind.NUMBER:
        low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
        question |= {"min": low, "max": high, "unit": draw(st.none() | words)}
        question["decimals"] = draw(st.integers(0, 6))
    if kind is not Kind.NOTE:
        bounds = st.builds(
            lambda operator, number: {operator: [{"var": "."}, number]},
            st.sampled_from([">=", "<=", ">", "<"]),
            NUMBERS,
        )
        question["constraint"] = draw(st.none() | rules([key, *asked]) | bounds)
        if question["constraint"] is not None:
            question["constraint_message"] = draw(st.none() | words)
    return question


@st.composite
def _choices(draw: st.DrawFn, kind: Kind, words: Any) -> Any:
    match kind:
        case Kind.SCALE5:
            keys = list("12345")
        case Kind.SCALE11 if draw(st.booleans()):
            keys = [str(point) for point in range(11)]
        case Kind.CONSENT if draw(st.booleans()):
            keys = ["yes", "no"]
        case Kind.SCALE11 | Kind.CONSENT:
            return {}
        case _:
            least = 0 if kind is Kind.PLACE else 2
            names = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,5}", fullmatch=True)
            if kind is not Kind.MULTIPLE:
                names |= SAID.filter(is_choice_key)
            some = st.lists(names, min_size=least, max_size=4, unique=True)
            keys = draw(some | st.just(list("12345")))
    # No two may read alike: each is told apart by letters that nothing drops.
    marks = ["qaq", "wbw", "ece", "rdr", "tet", "yfy", "ugu", "ihi", "ojo", "pkp", "ll"]
    choices = []
    for mark, choice in zip(marks, keys, strict=False):
        label = {each: f"{mark} {said}" for each, said in draw(words).items()}
        also = draw(st.lists(WORDS.map(lambda said, m=mark: f"{m}+{said}"), max_size=2))
        item: dict[str, Any] = {"key": choice, "label": label, "also": also}
        if kind is Kind.MULTIPLE:
            item["exclusive"] = draw(st.booleans())
        choices.append(item)
    return {"choices": choices}


def _quotas(draw: st.DrawFn, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for question in questions:
        keys = [each["key"] for each in question.get("choices", ())]
        if keys and question["kind"] != Kind.MULTIPLE and draw(st.booleans()):
            scale = question["kind"] in (Kind.SCALE5, Kind.SCALE11)
            value = int(keys[-1]) if scale else keys[-1]
            most = draw(st.integers(1, 1000))
            found.append({"question": question["key"], "value": value, "at_most": most})
    return found
