"""How many examples Hypothesis draws: a sample, or with --hypothesis-profile=thorough 2,500."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "sample",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("sample"), max_examples=2500)
settings.load_profile("sample")
