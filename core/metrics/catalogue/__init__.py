"""Every metric Headlight knows, by id; one file for each kind of table they are read from."""

from collections.abc import Mapping
from types import MappingProxyType

from core.metrics.catalogue.activities import ACTIVITIES
from core.metrics.catalogue.advertising import ADVERTISING
from core.metrics.catalogue.bookings import BOOKINGS
from core.metrics.catalogue.contacts import CONTACTS
from core.metrics.catalogue.content import CONTENT
from core.metrics.catalogue.customers import CUSTOMERS
from core.metrics.catalogue.deals import DEALS
from core.metrics.catalogue.leads import LEADS
from core.metrics.catalogue.orders import ORDERS
from core.metrics.catalogue.people import PEOPLE
from core.metrics.catalogue.product_use import PRODUCT_USE
from core.metrics.catalogue.production import PRODUCTION
from core.metrics.catalogue.property import PROPERTY
from core.metrics.catalogue.quotations import QUOTATIONS
from core.metrics.catalogue.recurring import RECURRING
from core.metrics.catalogue.results import RESULTS
from core.metrics.catalogue.service import SERVICE
from core.metrics.catalogue.stages import STAGES
from core.metrics.catalogue.stock import STOCK
from core.metrics.catalogue.survey import SURVEY
from core.metrics.catalogue.training import TRAINING
from core.metrics.catalogue.web_traffic import WEB_TRAFFIC
from core.metrics.spec import Metric

_EVERY = (
    *LEADS,
    *ACTIVITIES,
    *CONTACTS,
    *PROPERTY,
    *WEB_TRAFFIC,
    *ADVERTISING,
    *PRODUCT_USE,
    *DEALS,
    *STAGES,
    *QUOTATIONS,
    *RESULTS,
    *ORDERS,
    *BOOKINGS,
    *PRODUCTION,
    *STOCK,
    *CUSTOMERS,
    *RECURRING,
    *SERVICE,
    *SURVEY,
    *TRAINING,
    *CONTENT,
    *PEOPLE,
)
CATALOGUE: Mapping[str, Metric] = MappingProxyType({metric.id: metric for metric in _EVERY})
