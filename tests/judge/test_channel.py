from __future__ import annotations

import json
import os
import struct

import pytest

from grader.judge.channel import LARGEST, ChannelError, FrameReader, frame, read_frame, write_frame


def test_a_message_arrives_as_it_was_sent_however_it_is_cut() -> None:
    message = {"operation": "explore", "args": [["tuple", 1, "é🙂", None, True]]}
    data = frame(message)
    for size in (1, 3, 8, len(data)):
        reader = FrameReader()
        arrived = [m for i in range(0, len(data), size) for m in reader.feed(data[i : i + size])]
        assert arrived == [message]


def test_two_messages_in_one_piece_are_two() -> None:
    assert FrameReader().feed(frame({"a": 1}) + frame({"b": 2})) == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize(
    "garbage",
    [
        b"hello",
        b"D",
        b"\x00" * 8,
        b"DOJX....",
        b"DOJO" + struct.pack(">I", LARGEST + 1),
        b"DOJO" + struct.pack(">I", 0),
        b"DOJO" + struct.pack(">I", 2) + b"[]",
        b"DOJO" + struct.pack(">I", 4) + b"\xff\xfe{}",
        b"DOJO" + struct.pack(">I", 9) + b'{"a":NaN}',
        b"DOJO" + struct.pack(">I", 200_000) + b"[" * 200_000,
    ],
)
def test_garbage_is_an_error_at_once(garbage: bytes) -> None:
    reader = FrameReader()
    if garbage == b"D":
        assert reader.feed(garbage) == []
        garbage = b"x"
    with pytest.raises(ChannelError):
        reader.feed(garbage)


def test_a_frame_over_the_cap_is_not_even_sent() -> None:
    with pytest.raises(ChannelError, match="too large"):
        frame({"text": "x" * LARGEST})


def test_frames_pass_through_a_pipe_and_end_with_it() -> None:
    ours, theirs = os.pipe()
    write_frame(theirs, {"n": 1})
    os.write(theirs, frame({"n": 2})[:5])
    os.close(theirs)
    assert read_frame(ours) == {"n": 1}
    assert read_frame(ours) is None
    os.close(ours)


def test_a_frame_is_json_that_others_can_read() -> None:
    assert json.loads(frame({"a": [1, "x"]})[8:]) == {"a": [1, "x"]}
