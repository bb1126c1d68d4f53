"""The picture that belongs to a topic."""

from core.enablement.model import Asked
from core.enablement.topics import Topic


def show(topic: Topic, asked: Asked) -> None:
    """The topic's own picture."""
