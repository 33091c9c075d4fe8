"""What fetch_all() promises, smallest cases. Run me: pytest exercises/ -k results_and_errors"""

import threading

from grader import explore, scenario


@scenario
def crawl(submission, urls, broken):
    def fetch(url):
        if url in broken:
            raise ConnectionError(f"no answer from {url}")
        return f"page {url}"

    downloads = submission.fetch_all(fetch, urls)
    return tuple((d.url, d.page, repr(d.error) if d.error else None) for d in downloads)


def test_every_page_in_order():
    pages = (("a", "page a", None), ("b", "page b", None))
    assert explore(crawl, ["a", "b"], [], executions=100).values == {pages}


def test_every_error_surfaces():
    error = "ConnectionError('no answer from a')"
    assert explore(crawl, ["a", "b"], ["a"], executions=100).values == {
        (("a", None, error), ("b", "page b", None))
    }


@scenario
def crawl_at_the_same_time(submission, urls):
    everybody_is_here = threading.Barrier(len(urls))

    def fetch(url):
        everybody_is_here.wait()
        return f"page {url}"

    return len(submission.fetch_all(fetch, urls))


def test_downloads_overlap():
    assert explore(crawl_at_the_same_time, ["a", "b"], executions=100).values == {2}
