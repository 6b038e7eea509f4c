"""Whatever stands in a workbook, it is read or refused with reasons; nothing breaks."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from surveys.definition import Survey
from surveys.xlsform import reader, writer
from tests.surveys.xlsform.books import book

TYPES = [
    "text",
    "integer",
    "decimal",
    "range",
    "note",
    "date",
    "geopoint",
    "image",
    "acknowledge",
    "calculate",
    "today",
    "select_one l",
    "select_multiple l or_other",
    "select_one m",
    "begin group",
    "end group",
    "begin repeat",
    "end repeat",
    "audio",
    "nonsense",
    "select_one",
]
EXPRESSIONS = (
    "${a} = 'x'",
    "${b} > 1 and ${c} < 2",
    ". >= 0 and . <= 9",
    "regex(., 'x')",
    "${",
    "yes",
    "selected(${a}, 'x')",
    "today()",
)
COLUMNS = [
    "type",
    "name",
    "label",
    "label::Thai (th)",
    "hint",
    "required",
    "relevant",
    "constraint",
    "calculation",
    "constraint_message",
    "parameters",
    "choice_filter",
    "default",
    "read_only",
    "ecotown_kind",
    "ecotown_choices",
    "ecotown_decimals",
    "ecotown_relevant",
    "ecotown_constraint",
    "list_name",
    "ecotown_also",
    "form_id",
    "form_title",
    "version",
    "default_language",
    "key_question",
    "reviewed",
    "question",
    "value",
    "at_most",
    "ecotown_groups",
    "ecotown_languages",
    "disabled",
]
CELLS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.sampled_from(TYPES),
    st.sampled_from(EXPRESSIONS),
    st.sampled_from(["a", "b", "c", "l", "m", "yes", "1", "th", "ก", "start=0 end=10"]),
    st.sampled_from([0, 1, 2.5, -7, True, False, '{"rule": 1}', "[1]", "=1+1", "#"]),
)


LIKELY = {
    "type": st.sampled_from(TYPES),
    "name": st.sampled_from([*"abcdefgh"]),
    "label": st.sampled_from(["Yes", "No", "Perhaps", "ใช่", "Q?"]),
}


@st.composite
def sheet(draw: st.DrawFn) -> list[list[Any]]:
    header = draw(st.permutations(COLUMNS))[: draw(st.integers(1, 12))]
    first = [name for name in ("type", "name", "label") if draw(st.integers(0, 9))]
    header = [*first, *(each for each in header if each not in first)]
    row = [LIKELY.get(name, CELLS) for name in header]
    return [header, *draw(st.lists(st.tuples(*row).map(list), max_size=8))]


@settings(
    max_examples=80,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    sheets=st.fixed_dictionaries(
        {"survey": sheet()},
        optional=dict.fromkeys(
            ["choices", "settings", "ecotown_quotas", "Other"], sheet()
        ),
    )
)
def test_any_workbook_is_read_or_refused(
    tmp_path: Path, sheets: dict[str, list[list[Any]]]
) -> None:
    reading = reader.read(book(tmp_path / "form.xlsx", **sheets))
    assert (reading.survey is None) == bool(reading.problems)
    told = [*map(str, reading.problems), *map(str, reading.notes)]
    assert len({*told}) == len(told)
    assert not any("\n" in each for each in told)
    if isinstance(reading.survey, Survey):
        writer.write(reading.survey, tmp_path / "again.xlsx")
        assert reader.read(tmp_path / "again.xlsx").survey == reading.survey
