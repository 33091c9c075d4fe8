# `setdefault` is one step, but its argument is rendered before it is called: every time.
# Hint: Python works out the arguments of a call first, so `render` runs before `setdefault` has looked whether the picture is there.
class Thumbnails:
    def __init__(self, render):
        self._render = render
        self._pictures = {}

    def get(self, photo):
        return self._pictures.setdefault(photo, self._render(photo))
