"""More URLs, none, the same one twice; errors of several kinds in several places."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, scenario


@scenario
def crawl(submission, urls, errors):
    def fetch(url):
        if errors.get(url) == "ValueError":
            raise ValueError(url)
        if errors.get(url) == "TimeoutError":
            raise TimeoutError(url)
        return f"page {url}"

    downloads = submission.fetch_all(fetch, urls)
    return tuple((d.url, d.page, repr(d.error) if d.error else None) for d in downloads)


@given(urls=st.lists(st.sampled_from("abc"), max_size=3))
def test_every_page_in_order(urls):
    pages = tuple((url, f"page {url}", None) for url in urls)
    assert explore(crawl, urls, {}, executions=40).values == {pages}


ENDINGS = st.sampled_from(["ValueError", "TimeoutError", "page"])


@given(endings=st.lists(ENDINGS, min_size=2, max_size=3).filter(lambda e: set(e) != {"page"}))
def test_every_error_surfaces(endings):
    errors = dict(zip("abc", endings, strict=False))
    expected = tuple(
        (url, "page " + url, None) if ending == "page" else (url, None, f"{ending}('{url}')")
        for url, ending in errors.items()
    )
    assert explore(crawl, list(errors), errors, executions=40).values == {expected}


@scenario
def crawl_at_the_same_time(submission, urls):
    everybody_is_here = threading.Barrier(len(urls))

    def fetch(url):
        everybody_is_here.wait()
        return f"page {url}"

    return tuple(sorted(str(d.page) for d in submission.fetch_all(fetch, urls)))


@given(number=st.integers(2, 3))
def test_downloads_overlap(number):
    urls = list("abc"[:number])
    pages = tuple(f"page {url}" for url in urls)
    assert explore(crawl_at_the_same_time, urls, executions=40).values == {pages}
