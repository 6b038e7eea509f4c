"""The form a report is written in."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Form
from pydantic import BaseModel, Field

from api.console import view
from api.errors import DomainError
from api.store.models import ProgressUpdate, Report
from api.store.reports import MOST_BODY, MOST_TITLE, Wording, content_sha256

Short = Annotated[str, Field(max_length=600)]
Long = Annotated[str, Field(max_length=20_000)]


class Written(BaseModel):
    """What an officer wrote, as they wrote it."""

    update_id: Short = ""
    """A source text already kept; empty: the one pasted below, if any."""
    update_title: Short = ""
    update_body: Long = ""
    title_th: Short = ""
    body_th: Long = ""
    title_en: Short = ""
    body_en: Long = ""
    source_name: Short = ""
    source_url: Short = ""
    as_of: Short = ""
    seen_sha256: Short = ""
    """Of the words this edit began from; empty: a new report."""

    def faults(self) -> dict[str, DomainError]:
        """Field -> what is wrong with it; what the store checks is not asked twice."""
        found = view.missing(
            title_th=self.title_th,
            body_th=self.body_th,
            source_name=self.source_name,
            as_of=self.as_of,
        )
        if self.title_en.strip() or self.body_en.strip():
            found |= view.missing(title_en=self.title_en, body_en=self.body_en)
        for lang in ("th", "en"):
            for name, most in (("title", MOST_TITLE), ("body", MOST_BODY)):
                if len(getattr(self, f"{name}_{lang}").strip()) > most:
                    error = DomainError(422, "error.text_shape", most=most)
                    found[f"{name}_{lang}"] = error
        if "as_of" not in found and _day(self.as_of) is None:
            found["as_of"] = DomainError(422, "console.bad_date")
        if self.update_id and _uuid(self.update_id) is None:
            found["update_id"] = DomainError(422, "error.invalid_input")
        return found

    def day(self) -> date:
        """The as-of date, once `faults` found nothing."""
        found = _day(self.as_of)
        assert found is not None
        return found

    def texts(self) -> dict[str, dict[str, str]]:
        said = {"th": {"title": self.title_th, "body": self.body_th}}
        if self.title_en.strip():
            said["en"] = {"title": self.title_en, "body": self.body_en}
        # A browser sends line ends as CR LF.
        return {
            lang: {name: text.replace("\r\n", "\n") for name, text in words.items()}
            for lang, words in said.items()
        }

    def wording(self) -> Wording:
        return Wording(
            texts=self.texts(),
            source_name=self.source_name,
            source_url=self.source_url,
            as_of=self.day(),
        )


ReportForm = Annotated[Written, Form()]


def filled_from(report: Report, told: ProgressUpdate | None) -> Written:
    """The form as it would have been filled in to write this report."""
    english = report.texts.get("en", {})
    return Written(
        update_id=str(told.id) if told else "",
        update_title=told.title if told else "",
        update_body=told.body if told else "",
        title_th=report.texts["th"]["title"],
        body_th=report.texts["th"]["body"],
        title_en=english.get("title", ""),
        body_en=english.get("body", ""),
        source_name=report.source_name,
        source_url=report.source_url or "",
        as_of=report.as_of.isoformat(),
        seen_sha256=content_sha256(report),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
