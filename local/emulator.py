"""Runs the emulator for as long as somebody holds the other end of standard input.

When the process that started it ends, in whatever way, the pipe closes: the emulator then writes its state and
stops, and its Lambda workers go with it. So nothing is ever left running behind.
"""

import json
import logging
import os
import signal
import sys
import threading
import time

SECONDS_TO_SAVE = 30
SECONDS_BETWEEN_POLLS = 0.05
RIGHT_OF_CALL = {"sqs:SendMessageBatch": "sqs:SendMessage"}


def stop_with_owner() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_SAVE)
    kill_group()


def kill_group() -> None:
    if os.getpgid(0) == os.getpid():
        os.killpg(0, signal.SIGKILL)


def record_calls(path: str) -> None:
    """Writes what each role asked for and whether it was allowed, a line a call, and beside it what its policies allow
    at all: tests hold one against the other, both ways."""
    from ministack.core import iam_evaluator

    evaluate = iam_evaluator.evaluate
    calls = open(path, "a", buffering=1, encoding="utf-8")
    roles = open(f"{path}.roles", "a", buffering=1, encoding="utf-8")
    known = set()

    def note_role(role, statements):
        if role in known:
            return
        known.add(role)
        allowed = [
            {"actions": one.actions, "resources": one.resources, "notResources": one.not_resources}
            for policy in statements
            for one in policy
            if one.effect == "Allow"
        ]
        roles.write(json.dumps({"role": role, "statements": allowed}) + "\n")

    def recording(asked, *policies):
        result = evaluate(asked, *policies)
        # Once a call: what the policy of a resource says of it is judged by the same function.
        if asked.principal_type == "AssumedRole" and sys._getframe(1).f_code.co_name == "enforce":
            line = {
                "at": int(time.time() * 1000),
                "principal": asked.principal_arn,
                "action": asked.action,
                "resource": asked.resource_arn,
                "region": asked.region,
                "decision": result.decision,
            }
            calls.write(json.dumps(line) + "\n")
            note_role(asked.principal_arn.split("/")[1], policies[0])
        return result

    iam_evaluator.evaluate = recording


def name_rights_as_aws() -> None:
    """A call that sends a batch needs the right to send: AWS has no right of the batch's own name, the emulator asks for it."""
    from ministack.core.iam_evaluator import EvalContext

    begin = EvalContext.__init__

    def begin_with_right(self, *given, **named):
        begin(self, *given, **named)
        self.action = RIGHT_OF_CALL.get(self.action, self.action)

    EvalContext.__init__ = begin_with_right


def keep_version_ids() -> None:
    """A copy in the other region has the version id of its original, as on AWS; the emulator gives it another.

    The copy is written first, so the original takes the copy's.
    """
    from ministack.services import s3

    record = s3._record_object_version

    def record_with_id_of_copy(bucket, key, prior, obj, data):
        copy = obj.get("_replica")
        if copy is None or copy[1] is None:
            return record(bucket, key, prior, obj, data)
        mint = s3.new_uuid
        s3.new_uuid = lambda: copy[1]
        try:
            return record(bucket, key, prior, obj, data)
        finally:
            s3.new_uuid = mint

    s3._record_object_version = record_with_id_of_copy


def poll_streams_apart() -> None:
    """AWS polls each queue and stream by itself. The emulator has one loop for all of them that waits for the reader of a
    stream, and takes one batch of a queue a round: behind a busy relay a queue moved two batches a second.
    """
    from ministack.services import lambda_svc

    poll_streams = lambda_svc._poll_dynamodb_streams
    ensure_poller = lambda_svc._ensure_poller
    begun = threading.Lock()

    def poll() -> None:
        while True:
            try:
                found = poll_streams()
            except Exception:
                logging.exception("Streams could not be polled")
                found = False
            if not found:
                time.sleep(SECONDS_BETWEEN_POLLS)

    def ensure_both() -> None:
        if begun.acquire(blocking=False):
            threading.Thread(target=poll, daemon=True).start()
        ensure_poller()

    lambda_svc._poll_dynamodb_streams = lambda: False
    lambda_svc._ensure_poller = ensure_both


def lose_one_worker_only() -> None:
    """On AWS an environment that fails to begin is begun once more, and no other notices. The emulator then ends every
    worker of the function, with what these have in hand: requests were answered 502, messages were away for minutes.
    """
    from ministack.core.lambda_runtime import Worker

    invoke = Worker.invoke

    def invoke_apart(self, *given, **named):
        for last in (False, True):
            try:
                return invoke(self, *given, **named)
            except Exception as problem:
                logging.exception("A worker of %s could not begin", self.func_name)
                self.kill()
                if last:
                    return {"status": "error", "error": str(problem)}

    Worker.invoke = invoke_apart


threading.Thread(target=stop_with_owner, daemon=True).start()
try:
    if "BANLI_CALLS_FILE" in os.environ:
        record_calls(os.environ["BANLI_CALLS_FILE"])
    from ministack.app import main

    sys.argv = ["ministack"]
    name_rights_as_aws()
    keep_version_ids()
    poll_streams_apart()
    lose_one_worker_only()
    main()
finally:
    sys.stdout.flush()
    kill_group()
