"""A kill in a migration leaves no half schema."""

from tests.chaos.ground import Ground
from tests.chaos.migration_storm import MigrationStorm
from tests.chaos.test_albums import quietly
