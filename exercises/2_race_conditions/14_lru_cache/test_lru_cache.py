"""What the cache promises, on the smallest cases. Run me: pytest exercises/ -k lru_cache"""

from grader import attempt, explore, scenario, together


@scenario
def a_get_while_it_is_thrown_out(submission):
    cache = submission.ThumbnailCache(1)
    cache.put("cat", "small cat")
    got, _ = together(
        lambda: attempt(cache.get, "cat"),
        lambda: cache.put("dog", "small dog"),
    )
    return got


def test_no_call_fails():
    expected = {("ok", "small cat"), ("ok", None)}
    assert explore(a_get_while_it_is_thrown_out).values <= expected


@scenario
def two_puts(submission):
    """One of the three has to go, and it is the oldest one."""
    cache = submission.ThumbnailCache(2)
    cache.put("cat", "small cat")
    together(
        lambda: cache.put("dog", "small dog"),
        lambda: cache.put("owl", "small owl"),
    )
    return cache.get("cat"), cache.get("dog"), cache.get("owl")


def test_nothing_goes_without_need():
    assert explore(two_puts).values == {(None, "small dog", "small owl")}


@scenario
def a_look_and_a_new_one(submission):
    """If the look comes first, the cat is the last one used, and the dog has to go."""
    cache = submission.ThumbnailCache(2)
    cache.put("cat", "small cat")
    cache.put("dog", "small dog")
    got, _ = together(
        lambda: cache.get("cat"),
        lambda: cache.put("owl", "small owl"),
    )
    return got, cache.get("cat"), cache.get("dog")


def test_a_look_counts_as_use():
    expected = {("small cat", "small cat", None), (None, None, "small dog")}
    assert explore(a_look_and_a_new_one).values <= expected


@scenario
def two_looks(submission):
    cache = submission.ThumbnailCache(2)
    cache.put("cat", "small cat")
    together(lambda: cache.get("cat"), lambda: cache.get("cat"))
    return cache.stats()


@scenario
def stats_beside_a_put(submission):
    cache = submission.ThumbnailCache(1)
    cache.put("cat", "small cat")
    stats, _ = together(cache.stats, lambda: cache.put("dog", "small dog"))
    return stats


def test_the_numbers_are_true():
    assert explore(two_looks).values == {(2, 0, 1)}
    assert explore(stats_beside_a_put).values == {(0, 0, 1)}
