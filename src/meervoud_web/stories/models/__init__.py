"""What is remembered of the stories that people tell."""

from meervoud_web.stories.models.chosen import ChosenStory
from meervoud_web.stories.models.story import Domain, Story, StoryState
from meervoud_web.stories.models.teller import Consent, Reach, Teller

__all__ = ["ChosenStory", "Consent", "Domain", "Reach", "Story", "StoryState", "Teller"]
