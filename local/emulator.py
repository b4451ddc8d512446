"""Runs the emulator for as long as somebody holds the other end of standard input.

When the process that started it ends, in whatever way, the pipe closes: the emulator then writes its state and
stops, and its Lambda workers go with it. So nothing is ever left running behind.
"""

import os
import signal
import sys
import threading
import time

SECONDS_TO_SAVE = 30


def stop_with_owner() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_SAVE)
    kill_group()


def kill_group() -> None:
    if os.getpgid(0) == os.getpid():
        os.killpg(0, signal.SIGKILL)


threading.Thread(target=stop_with_owner, daemon=True).start()
try:
    from ministack.app import main

    sys.argv = ["ministack"]
    main()
finally:
    sys.stdout.flush()
    kill_group()
