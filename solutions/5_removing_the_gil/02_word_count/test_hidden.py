"""More texts and lines, none at all, words of several texts; texts that wait for each other."""

import threading
from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario


def counted(lines):
    return tuple(sorted(Counter(word for line in lines for word in line.split()).items()))


@scenario
def count(submission, texts):
    return tuple(sorted(submission.count_words(texts).items()))


LINES = st.lists(st.sampled_from(["tea", "two", "tea two", ""]), max_size=2)


@example(texts=[["tea"], ["two tea"]])
@example(texts=[["tea", "two"], ["two", "tea"]])
@given(texts=st.lists(LINES, max_size=2))
def test_no_word_is_lost(texts):
    lines = [line for text in texts for line in text]
    assert explore(count, texts, executions=60).values == {counted(lines)}


@scenario
def count_texts_that_wait_for_each_other(submission, texts):
    everybody_reads = threading.Barrier(len(texts))

    def slow(lines):
        for line in lines:
            everybody_reads.wait()
            yield line

    return tuple(sorted(submission.count_words([slow(lines) for lines in texts]).items()))


@given(number=st.integers(2, 3), lines=st.lists(st.sampled_from(["tea", "two"]), max_size=1))
def test_texts_are_read_at_the_same_time(number, lines):
    """Each text has words of its own, so that only waiting is at stake here."""
    texts = [[f"{line}{n}" for line in [*lines, "for"]] for n in range(number)]
    run = explore(count_texts_that_wait_for_each_other, texts, executions=40)
    assert run.values == {counted([line for text in texts for line in text])}
