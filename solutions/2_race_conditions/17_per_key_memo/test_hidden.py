"""Photos are rendered once, side by side, for everybody, and anew after an error."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 100  # executions per case

photos = st.integers(1, 2)
visits = st.lists(
    st.lists(photos, min_size=1, max_size=2).map(tuple), min_size=2, max_size=3
).map(tuple)


@scenario
def visitors_look(submission, visits, picture):
    """Each visitor looks at some photos, one after the other; tells which were rendered."""
    rendered = []

    def render(photo):
        rendered.append(photo)
        return picture

    def visit(photos):
        for photo in photos:
            thumbnails.get(photo)

    thumbnails = submission.Thumbnails(render)
    together(*[lambda photos=photos: visit(photos) for photos in visits])
    return tuple(sorted(rendered))


@example(visits=((1,), (1,)), picture=b"small")
@example(visits=((1, 1),), picture=b"")
@given(visits=visits, picture=st.sampled_from([b"small", b""]))
def test_each_photo_is_rendered_once(visits, picture):
    wanted = tuple(sorted({photo for photos in visits for photo in photos}))
    assert explore(visitors_look, visits, picture, executions=BUDGET).values == {wanted}


@scenario
def visitors_see(submission, photos):
    thumbnails = submission.Thumbnails(lambda photo: b"small %d" % photo)
    return tuple(together(*[lambda photo=photo: thumbnails.get(photo) for photo in photos]))


@example(photos=(1, 2, 1))
@given(photos=st.tuples(photos, photos))
def test_everybody_gets_the_picture(photos):
    expected = tuple(b"small %d" % photo for photo in photos)
    assert explore(visitors_see, photos, executions=BUDGET).values == {expected}


@scenario
def renderings_meet(submission, ready, photos):
    """All renderings wait for each other; whoever renders also looks at what is ready."""
    meeting = threading.Barrier(len(photos))

    def render(photo):
        if photo != ready:
            meeting.wait()
            thumbnails.get(ready)
        return b"small"

    thumbnails = submission.Thumbnails(render)
    thumbnails.get(ready)
    together(*[lambda photo=photo: thumbnails.get(photo) for photo in photos])
    return "all are there"


@example(ready=0, photos=(1, 65))
@given(ready=st.just(0), photos=st.sampled_from([(1, 2), (64, 128), (1, 2, 3)]))
def test_different_photos_dont_wait(ready, photos):
    """Numbers that lie a power of two apart would share a lock if there were only a few locks."""
    run = explore(renderings_meet, ready, photos, executions=BUDGET)
    assert run.values == {"all are there"}


@scenario
def visitors_come_back(submission, visitors, failures):
    """The first renderings fail; each visitor asks until there is a picture, `failures` + 1 times.

    Tells what each visitor got, and how often the photo was rendered.
    """
    calls = []

    def render(photo):
        calls.append(photo)
        if len(calls) <= failures:
            raise OSError("disk full")
        return b"small"

    def visit():
        return tuple(attempt(thumbnails.get, 7) for _ in range(failures + 1))

    thumbnails = submission.Thumbnails(render)
    return tuple(together(*[visit] * visitors)), len(calls)


@given(visitors=st.integers(1, 2), failures=st.integers(1, 2))
def test_a_failure_is_not_kept(visitors, failures):
    """Whoever hears of a failure and asks again can only hear of a later one.

    So the picture comes after `failures` errors at most and stays, somebody hears of each failure,
    and the photo is rendered once more than it fails.
    """
    small, error = ("ok", b"small"), ("error", "OSError")
    fair = {
        (error,) * errors + (small,) * (failures + 1 - errors) for errors in range(failures + 1)
    }

    def right(value):
        answers, calls = value
        heard = sum(each.count(error) for each in answers)
        return set(answers) <= fair and heard >= failures and calls == failures + 1

    run = explore(visitors_come_back, visitors, failures, executions=4 * BUDGET)
    assert run.values.all(right)
