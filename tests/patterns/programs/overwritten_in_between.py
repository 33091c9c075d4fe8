"""overwritten in between"""

import threading


class Page:
    def __init__(self):
        self.title = None

    def render(self, title):
        self.title = title
        return f"<h1>{self.title}</h1>"


def program():
    page = Page()
    pages = {}

    def serve(title):
        pages[title] = page.render(title)

    threads = [threading.Thread(target=serve, args=(title,)) for title in ("news", "mail")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages["news"], pages["mail"]


RIGHT = {("<h1>news</h1>", "<h1>mail</h1>")}
