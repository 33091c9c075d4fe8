"""error nobody sees"""

import threading


def parse(text):
    int(text)


def program():
    parser = threading.Thread(target=parse, args=("twelve",))
    parser.start()
    parser.join()
    return "done"


RIGHT = {"done"}
