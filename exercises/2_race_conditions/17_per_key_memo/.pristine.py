"""The thumbnails of a photo site.

A small picture of each photo is rendered when somebody first looks at it, and kept in memory from
then on. Rendering takes about a second. Every visitor has a thread, and all threads share one
`Thumbnails`.

What is wrong today
    A new photo on the front page brings the server to its knees: a hundred visitors come at once,
    and all hundred threads render the same photo. One lock around everything was tried and taken
    out again: nobody saw anything while one large photo was being rendered.

What must hold
    - Each photo is rendered once, however many visitors ask for it at the same moment.
    - All of them get its picture, not something else that stands there meanwhile.
    - Different photos don't wait for each other: they are rendered at the same time, and what is
      ready can be seen at once.
    - If `render` raises, the error comes out to the visitor whose call of `render` it was; others
      who waited for it may get the same error or try again. It isn't kept: whoever asks after an
      error has the photo rendered anew, once again.

What may not change
    The class `Thumbnails` and its method `get(photo)`. A photo is a number; `render` belongs to
    others and may return any bytes, empty ones too.
"""

from collections.abc import Callable


class Thumbnails:
    """Small pictures, rendered when they are first asked for.

    Args:
        render: makes the small picture of a photo; slow, and it may fail.
    """

    def __init__(self, render: Callable[[int], bytes]) -> None:
        self._render = render
        self._pictures: dict[int, bytes] = {}

    def get(self, photo: int) -> bytes:
        """Return the small picture of a photo.

        Args:
            photo: its number.

        Raises:
            Exception: what `render` raised; the next `get` tries again.
        """
        if photo not in self._pictures:
            self._pictures[photo] = self._render(photo)
        return self._pictures[photo]
