"""Settings: `ECOTOWN_*` from the environment, secrets also from files."""

import os
import secrets
from datetime import timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from content import office
from content.office import Office

PREFIX = "ECOTOWN_"


class Settings(BaseSettings):
    """What an operator may set. Every field stands in the README (a test checks)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="ignore", frozen=True)

    host: str = Field("127.0.0.1", description="address `serve` listens on")
    port: int = Field(8000, description="port `serve` listens on")
    data_dir: Path = Field(Path("data"), description="database, key, backups")
    database_url: str = Field(
        "", description="PostgreSQL or SQLite; empty: SQLite in the data folder"
    )
    public_url: str = Field(
        "", description="https address residents and platforms reach; empty: none"
    )
    secret_key: SecretStr = Field(
        SecretStr(""),
        description="root key, 64 hex digits; empty: made at start",
    )
    line_channel_secret: SecretStr = Field(SecretStr(""), description="LINE: signs")
    line_access_token: SecretStr = Field(SecretStr(""), description="LINE: sends")
    line_api_url: str = Field("https://api.line.me", description="LINE's API")
    line_quota_reserve: int = Field(
        30, description="paid LINE messages a month kept back from broadcasts"
    )
    line_add_url: str = Field(
        "", description="LINE: the town's add-friend link, shown on the public page"
    )
    line_basic_id: str = Field(
        "", description="LINE: the account's own id, such as @ecotown; for survey links"
    )
    telegram_token: SecretStr = Field(SecretStr(""), description="Telegram: bot token")
    telegram_secret: SecretStr = Field(
        SecretStr(""), description="Telegram: webhook secret; empty: derived"
    )
    telegram_api_url: str = Field(
        "https://api.telegram.org", description="Telegram's Bot API"
    )
    telegram_bot_url: str = Field(
        "", description="Telegram: the bot's t.me link, shown on the public page"
    )
    town_th: str = Field("เทศบาลนครอ้อมน้อย", description="the town's name in Thai")
    town_en: str = Field("Om Noi City Municipality", description="its name in English")
    municipality_phone: str = Field(
        "", description="the town hall's own 24-hour line; unset: a warning at start"
    )
    privacy_contact: str = Field(
        "", description="whom residents ask about their data; shown on /privacy"
    )
    office_hours: str = Field(
        "",
        description='when officers answer, such as "Mon-Fri 08:30-16:30"; empty: '
        "residents are told no time",
    )
    office_holidays: str = Field(
        "", description="dates such as 2026-12-31 with commas, or a file of them"
    )
    answer_within_hours: int = Field(
        4, ge=1, le=1000, description="office hours until an officer answers"
    )
    handoff_hours: int = Field(
        72, ge=1, le=10_000, description="silence after which the bot answers again"
    )
    broadcast_delay_s: int = Field(
        30, ge=0, description="seconds in which an approval can be taken back"
    )
    broadcast_expiry_days: int = Field(
        30, ge=1, description="reports that nobody came to read are not sent later"
    )
    least_free_disk_mb: int = Field(
        500, ge=0, description="with less free disk the page takes no pictures"
    )
    keep_payloads_days: int = Field(30, ge=1, description="platform payloads")
    keep_texts_days: int = Field(180, ge=1, description="chat texts and questions")
    keep_cases_days: int = Field(730, ge=1, description="cases, after closing")
    keep_response_links_days: int = Field(
        90, ge=1, description="who answered, after the wave is closed"
    )
    keep_consents_days: int = Field(730, ge=1, description="consents, once withdrawn")
    keep_audit_days: int = Field(
        1825, ge=1825, description="audit log; five years at the least"
    )
    keep_backups_days: int = Field(35, ge=1, description="backups in the data folder")
    keep_forgotten_days: int = Field(
        365, ge=1, description="hashes of erased people; longer than any backup is kept"
    )
    model_url: str = Field(
        "", description="language model: OpenAI-compatible base address; empty: off"
    )
    model_key: SecretStr = Field(SecretStr(""), description="language model: key")
    model_name: str = Field("", description="language model: which; empty: off")
    model_timeout_s: int = Field(
        10, ge=1, le=50, description="language model: how long an answer may take"
    )
    model_rephrase: bool = Field(
        False, description="language model: may say an article in simpler words"
    )
    embedding_name: str = Field(
        "", description="embeddings: which model at the same address; empty: none"
    )
    log_level: str = Field("info", description="debug, info, warning or error")
    trusted_proxies: str = Field(
        "", description="addresses whose X-Forwarded-* is believed; empty: none"
    )

    @field_validator("office_hours")
    @classmethod
    def _hours_of_a_week(cls, value: str) -> str:
        office.read(value)
        return value

    @field_validator("office_holidays")
    @classmethod
    def _days_off(cls, value: str) -> str:
        office.read_holidays(value)
        return value

    @field_validator("public_url", "line_api_url", "telegram_api_url", "model_url")
    @classmethod
    def _no_trailing_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @cached_property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'ecotown.db'}"

    @cached_property
    def office(self) -> Office | None:
        """When officers answer; None: nobody has told."""
        return office.read(self.office_hours, self.office_holidays)

    @property
    def answer_within(self) -> timedelta:
        """Office time from a resident's word to an officer's."""
        return timedelta(hours=self.answer_within_hours)

    @property
    def address(self) -> str:
        """Where the town is reached; without a public address, on this machine."""
        return self.public_url or f"http://localhost:{self.port}"

    @property
    def line_on(self) -> bool:
        return bool(
            self.line_channel_secret.get_secret_value()
            and self.line_access_token.get_secret_value()
        )

    @property
    def telegram_on(self) -> bool:
        return bool(self.telegram_token.get_secret_value())

    @property
    def model_on(self) -> bool:
        return bool(self.model_url and self.model_name)

    @property
    def embedding_on(self) -> bool:
        return bool(self.model_url and self.embedding_name)

    @property
    def advice_on(self) -> bool:
        """Whether questions we are unsure of are looked at once more."""
        return self.model_on or self.embedding_on


def load(**overrides: Any) -> Settings:
    """The settings of this process. `ECOTOWN_X_FILE` names a file that holds X."""
    from_files = {
        name: Path(path).read_text(encoding="utf-8").strip()
        for name in Settings.model_fields
        if (path := os.environ.get(f"{PREFIX}{name.upper()}_FILE"))
    }
    return Settings(**{**from_files, **overrides})


def data_dir() -> Path:
    """`data_dir` of the settings of this process. Pages ask for it many times over:
    all settings are read again only where the environment is another."""
    return _data_dir(tuple(each for each in os.environ.items() if _is_ours(each[0])))


def _is_ours(name: str) -> bool:
    return name.upper().startswith(PREFIX)


@lru_cache(maxsize=1)
def _data_dir(environment: tuple[tuple[str, str], ...]) -> Path:
    return load().data_dir


def data_folder(settings: Settings) -> Path:
    """The data folder. A new one is its owner's alone: addresses' hashes, consents and
    answers are in it. One that is there stays as it is: who made it may have meant a
    group of theirs to read it, or a volume's mode is not ours to change."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings.data_dir


def root_key(settings: Settings) -> bytes:
    """The root key; made at the first start, readable by its owner alone."""
    given = settings.secret_key.get_secret_value()
    if given:
        return bytes.fromhex(given)
    path = data_folder(settings) / "secret.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text(encoding="ascii").strip())
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
    return bytes.fromhex(path.read_text(encoding="ascii").strip())
