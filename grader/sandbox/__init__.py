"""Where foreign code runs: processes that can do little, see little and are gone when told."""
