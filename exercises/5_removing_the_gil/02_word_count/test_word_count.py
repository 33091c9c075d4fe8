"""What a word count promises, smallest cases. Run me: pytest exercises/ -k word_count

Where a free-threaded Python (python3.14t, python3.13t) is on the PATH, your code also runs there
for real, on more words. What that finds is a note beside the result; it changes no points.
"""

import threading

from grader import explore, run_for_real, scenario


@scenario
def count(submission, texts):
    return tuple(sorted(submission.count_words(texts).items()))


MANY_LINES = [["tea for two and two for tea"] * 300] * 4
MANY_WORDS = (("and", 1200), ("for", 2400), ("tea", 2400), ("two", 2400))


def test_no_word_is_lost():
    run_for_real(count, MANY_LINES, interpreter="free-threaded", expected=MANY_WORDS)
    assert explore(count, [["tea"], ["tea"]], executions=200).values == {(("tea", 2),)}


@scenario
def count_texts_that_wait_for_each_other(submission, lines):
    everybody_reads = threading.Barrier(len(lines))

    def text(line):
        everybody_reads.wait()
        yield line

    return tuple(sorted(submission.count_words([text(line) for line in lines]).items()))


def test_texts_are_read_at_the_same_time():
    run = explore(count_texts_that_wait_for_each_other, ["tea", "two"], executions=200)
    assert run.values == {(("tea", 1), ("two", 1))}
