"""dict: each thread adds to the list of a key, which the first one has to make."""

from threading import Thread


def add_if_missing(groups, name):
    if "all" not in groups:
        groups["all"] = []
    groups["all"].append(name)


def add_to_default(groups, name):
    groups.setdefault("all", []).append(name)


def both(add):
    groups = {}
    threads = [Thread(target=add, args=(groups, name)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(groups["all"])


def right():
    """Looking and making are one step."""
    return both(add_to_default)


def wrong():
    """Both look, both make one, and one list is thrown away."""
    return both(add_if_missing)
