"""What makes a chat survey better, said to its author; none of it forbids the survey.

Chat surveys break where there are too many choices (six are the limit found,
https://pmc.ncbi.nlm.nih.gov/articles/PMC11667145/table/table2), and drop off with length
(https://support.echomobile.org/portal/en/kb/articles/tips-for-constructing-sms-surveys-that-encourage-higher-response-rates).
"""  # noqa: E501  an address

from collections.abc import Iterator

from surveys.definition import Survey
from surveys.question import Kind

FEW_CHOICES = 6
STANDARD_QUESTIONS = 10


def advice(survey: Survey) -> Iterator[tuple[str, str]]:
    """What could be better: (the question's key or "", a sentence in English)."""
    asked = [question for question in survey.questions if question.is_asked]
    if len(asked) > STANDARD_QUESTIONS:
        yield "", f"{len(asked)} questions; after {STANDARD_QUESTIONS} many people stop"
    for question in asked:
        count = len(question.choices)
        if question.kind in (Kind.SINGLE, Kind.MULTIPLE) and count > FEW_CHOICES:
            yield question.key, f"{count} choices; in a chat {FEW_CHOICES} are read"
    for question in asked[:-1]:
        if question.kind is Kind.OPEN:
            yield question.key, "a free text in the middle; it is better asked last"
