"""The company as each system exports it, in English and Indonesian."""

from collections.abc import Callable, Mapping

from core.worlds.crm.model import Company
from core.worlds.crm.systems.analytics import analytics
from core.worlds.crm.systems.enablement import enablement
from core.worlds.crm.systems.hubspot import hubspot
from core.worlds.crm.systems.pipedrive import pipedrive
from core.worlds.crm.systems.salesforce import salesforce
from core.worlds.crm.systems.sheets import sheets
from core.worlds.exports import ExportFile

SYSTEMS: Mapping[str, Callable[[Company, str], tuple[ExportFile, ...]]] = {
    "hubspot": hubspot,
    "salesforce": salesforce,
    "pipedrive": pipedrive,
    "analytics": analytics,
    "sheets": sheets,
    "enablement": enablement,
}


def exports(company: Company, system: str, language: str) -> tuple[ExportFile, ...]:
    """The files of one system (a key of SYSTEMS) for a user of that language (en or id)."""
    return SYSTEMS[system](company, language)


__all__ = ["SYSTEMS", "exports"]
