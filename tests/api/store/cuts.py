"""Further indicators over questions of the shipped survey, as a town might add them."""

from typing import Any

from api.store import frameworks
from surveys import framework_sheet
from surveys.catalogue import Framework
from tests.surveys.test_catalogue import framework

SURVEY = "town_life"


def add(
    key: str,
    measures: dict[str, dict[str, Any]],
    edition: str = "1",
    name: dict[str, str] | None = None,
) -> Framework:
    """A framework of these measures by their codes, added to the town's own.

    Call it where the data folder is a test's own.
    """
    data = framework()
    aspect = data["dimensions"][0]["aspects"][0]
    (shape,) = aspect["indicators"]
    shape |= {"name": name} if name else {}
    aspect["indicators"] = [
        shape | {"code": code, "unit": _unit(measure), "measure": {**measure}}
        for code, measure in measures.items()
    ]
    data |= {"key": key, "edition": edition}
    made = Framework.model_validate(data)
    frameworks.add(made, framework_sheet.to_yaml(made))
    return made


def share(question: str, *values: Any, **more: Any) -> dict[str, Any]:
    return {
        "survey": SURVEY,
        "question": question,
        "kind": "share",
        "values": list(values),
    } | more


def mean(question: str, **more: Any) -> dict[str, Any]:
    return {"survey": SURVEY, "question": question, "kind": "mean"} | more


def _unit(measure: dict[str, Any]) -> str:
    return "points" if measure["kind"] in ("mean", "index") else "percent"
