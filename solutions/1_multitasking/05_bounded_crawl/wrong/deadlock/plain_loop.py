# No threads any more: the server is safe, and the crawl takes all night.
# Hint: looks like a plain loop: it keeps the limit by having one download under way, where there may be several.


def crawl(fetch, addresses, at_once):
    pages = []
    for address in addresses:
        try:
            pages.append(fetch(address))
        except Exception as error:
            pages.append(error)
    return pages
