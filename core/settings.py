"""Every setting, its default and what it is for; each can be set as HEADLIGHT_<NAME>."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One typed value, read once from the environment at start."""

    model_config = SettingsConfigDict(env_prefix="HEADLIGHT_", frozen=True)

    address: str = Field("127.0.0.1", description="Address the server listens on.")
    port: int = Field(8501, ge=1, le=65535, description="Port the server listens on.")
    hosts: tuple[str, ...] = Field(
        ("localhost", "127.0.0.1"),
        description="Host names the server answers to, as a JSON list; any other is refused.",
    )
    language: Literal["id", "en"] = Field(
        "en", description="Language shown when the browser asks for neither Indonesian nor English."
    )
    upload_mb: int = Field(200, ge=1, description="Largest file taken, in megabytes.")
    unpacked_mb: int = Field(1024, ge=1, description="Largest size of a workbook once unpacked.")
    members: int = Field(1000, ge=1, description="Most files inside one workbook archive.")
    sheets: int = Field(200, ge=1, description="Most sheets in one workbook.")
    cells: int = Field(20_000_000, ge=1, description="Most cells in one file.")
    rows: int = Field(1_000_000, ge=1, description="Most rows in one sheet or text file.")
    columns: int = Field(2000, ge=1, description="Most columns in one sheet or text file.")
    parse_seconds: int = Field(30, ge=1, description="Processor seconds one file may take to read.")
    parse_memory_mb: int = Field(2048, ge=256, description="Memory one file may take to read.")
    workspaces: Path = Field(
        Path("~/.headlight"), description="Folder that keeps workspaces: files, choices, history."
    )
    surrogates: int = Field(
        999, ge=99, description="Random re-runs behind each p-value of “What leads”."
    )
    seed: int = Field(0, ge=0, description="Seed of the random re-runs: same seed, same digits.")
    source_seconds: int = Field(
        300, ge=1, description="Seconds a connected database may take to answer one question."
    )
    connections: dict[str, str] = Field(
        {},
        description="Databases that visitors may connect to, as JSON: name to address. "
        "On 127.0.0.1 any other may be entered too.",
    )
    source_memory_mb: int = Field(
        256,
        ge=128,
        description="Memory DuckDB takes for a connected file before it works on disk instead.",
    )
    opens: float = Field(
        9.0, ge=0, lt=24, description="Hour at which working hours begin, for response time."
    )
    closes: float = Field(
        17.0, gt=0, le=24, description="Hour at which working hours end, for response time."
    )
    collect_seconds: int = Field(
        30, ge=1, description="Seconds between memory clean-ups of the server."
    )


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings()
