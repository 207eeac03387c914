"""Standing still: what is due of a household waits while it is in private process."""

from datetime import datetime

from desk.scene import Scene
from fostering.private_homes import stands_still_until
from storage.due import DueSubject


def resumes_at(scene: Scene, subject: DueSubject) -> datetime | None:
    """When this is looked at again, where its household's private process lets it stand still."""
    homes = scene.households.values()
    found = (stands_still_until(home, subject.noun, scene.policy, scene.at) for home in homes)
    return next((at for at in found if at is not None), None)
