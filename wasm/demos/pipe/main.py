"""Has a process factorise numbers and send each result down a Pipe as soon as it is ready, and
measures how the parent finds out that no more will come."""

import argparse
import multiprocessing
import time


def factorise(n):
    begun = time.perf_counter()
    factors = [d for d in range(1, n + 1) if n % d == 0]
    return factors, time.perf_counter() - begun


def produce(numbers, writer):
    """Runs in the process. When it returns, the process ends, and its copy of the sending end is
    closed."""
    for n in numbers:
        writer.send(factorise(n))  # sends a copy


class Tally:
    """What the receiver knows of the results."""

    def __init__(self):
        self.begun = time.perf_counter()
        self.count = 0
        self.worked = 0.0

    def say(self, what):
        print(f"  {time.perf_counter() - self.begun:.3f} s: {what}", flush=True)

    def add(self, result):
        factors, took = result
        self.say(factors)
        self.count += 1
        self.worked += took

    def conclude(self, label, expected):
        total = time.perf_counter() - self.begun
        print(f"{label}: {total:.3f} s")
        at_once = self.worked / total
        verdict = "overlapped" if at_once > 1.1 else "did not overlap"
        print(
            f"  {self.count} of {expected} results; "
            f"the work {verdict}: {at_once:.2f} numbers at once"
        )


def receive(reader, patience, tally):
    """Takes results until the pipe ends, or until none has come for the length of patience: then the
    process may be done, or only slow."""
    while reader.poll(patience):  # also true at the end of the pipe
        try:
            result = reader.recv()
        except EOFError:
            tally.say("EOFError")
            return
        tally.add(result)
    tally.say(f"no result for {patience} s and the parent gives up")


def over_pipe(numbers, patience, label, close_copy):
    """The parent has a copy of the sending end as well, and the pipe ends when every copy is
    closed."""
    print(f"a process and a {label}", flush=True)
    reader, writer = multiprocessing.Pipe(duplex=False)
    begun = time.perf_counter()
    process = multiprocessing.Process(target=produce, args=(numbers, writer))
    process.start()
    print(f"  start() took {time.perf_counter() - begun:.3f} s, which is not counted", flush=True)
    tally = Tally()
    if close_copy:
        writer.close()  # the child has its own
    receive(reader, patience, tally)
    tally.conclude(label, len(numbers))
    reader.close()
    writer.close()
    process.join()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-poll", type=float, default=1, help="seconds to wait for one result")
    parser.add_argument("-largest", type=int, default=5354123, help="the last number")
    args = parser.parse_args()
    # A tenth of the numbers in Go, so that both take about as long.
    numbers = [542311, 1142143, 2123533, args.largest]
    over_pipe(numbers, args.poll, "pipe, the parent's copy left open", close_copy=False)
    over_pipe(numbers, None, "pipe, the parent's copy closed", close_copy=True)  # None: for ever


if __name__ == "__main__":  # a process that is started afresh reads this file too
    main()
