from cache import Cache

from grader import record, together


def two_visitors():
    cache = Cache(str.upper)
    together(lambda: cache.get("a"), lambda: cache.get("a"))
    return cache.loads


def calls(program):
    return record(Cache(str.upper), program, then=[("loads",)])
