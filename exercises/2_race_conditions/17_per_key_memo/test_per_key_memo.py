"""What the thumbnails promise, on the smallest cases. Run me: pytest exercises/ -k per_key_memo"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def two_want_the_same(submission):
    rendered = []

    def render(photo):
        rendered.append(photo)
        return b"small"

    thumbnails = submission.Thumbnails(render)
    together(lambda: thumbnails.get(1), lambda: thumbnails.get(1))
    return tuple(rendered)


def test_each_photo_is_rendered_once():
    assert explore(two_want_the_same).values == {(1,)}


@scenario
def two_look_at_the_same(submission):
    thumbnails = submission.Thumbnails(lambda photo: b"small")
    first, second = together(lambda: thumbnails.get(1), lambda: thumbnails.get(1))
    return first, second


def test_everybody_gets_the_picture():
    assert explore(two_look_at_the_same).values == {(b"small", b"small")}


@scenario
def two_photos_meet(submission):
    """Each rendering waits for the other one: possible only if both may be under way at once."""
    meeting = threading.Barrier(2)

    def render(photo):
        meeting.wait()
        return b"small"

    thumbnails = submission.Thumbnails(render)
    together(lambda: thumbnails.get(1), lambda: thumbnails.get(2))
    return "both are there"


def test_different_photos_dont_wait():
    assert explore(two_photos_meet).values == {"both are there"}


@scenario
def the_first_rendering_fails(submission):
    calls = []

    def render(photo):
        calls.append(photo)
        if len(calls) == 1:
            raise OSError("disk full")
        return b"small"

    thumbnails = submission.Thumbnails(render)
    return tuple(attempt(thumbnails.get, 1) for _ in range(3)), len(calls)


def test_a_failure_is_not_kept():
    small = ("ok", b"small")
    expected = ((("error", "OSError"), small, small), 2)
    assert explore(the_first_rendering_fails).values == {expected}
