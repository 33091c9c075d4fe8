from hypothesis import Phase, given, settings
from threads import calls

from grader import assert_linearizable, explore, programs


class Model:
    """What a cache promises, one call after the other."""

    def __init__(self):
        self._keys = set()

    def get(self, key: str):
        self._keys.add(key)
        return key.upper()

    @property
    def loads(self):
        return len(self._keys)


@settings(max_examples=10, deadline=None, phases=[Phase.generate, Phase.shrink])
@given(programs(Model, operations=["get"], threads=(2, 2), most=3))
def test_each_key_is_loaded_once(program):
    assert_linearizable(explore(calls, program), Model)
