"""Starts a dear machine when somebody asks for it and stops it when nobody is left: what that costs
in waiting, in 404s and in money. The core is a process, the front is this one."""

import argparse
import multiprocessing
import threading
import time


def core(calls, boot):
    """Runs at once, and is ready when it has loaded. Until then it knows no address."""
    ready = time.perf_counter() + boot
    while calls.recv() != "stop":
        calls.send(404 if time.perf_counter() < ready else 200)


class Front:
    """The small machine that always runs: without it nobody could start the other."""

    def __init__(self):
        self.lock = threading.Lock()
        self.state, self.active, self.up = "stopped", set(), 0.0
        self.began = time.perf_counter()

    def become(self, state):
        self.state = state
        print(f"{time.perf_counter() - self.began:.3f} s: the core is {state}")

    def start(self):
        with self.lock:
            if self.state != "stopped":
                return
            self.become("pending")
            self.started = time.perf_counter()
            self.calls, theirs = multiprocessing.Pipe()
            self.process = multiprocessing.Process(target=core, args=(theirs, args.boot))
            self.process.start()
            theirs.close()
            self.become("running")

    def call(self):
        with self.lock:
            if self.state != "running":
                return 503
            self.calls.send("/work")
            return self.calls.recv()

    def stop(self, name):
        with self.lock:
            self.active.discard(name)
            if self.active:
                return f"409, still in: {', '.join(sorted(self.active))}"
            self.become("stopping")
            self.calls.send("stop")
            self.process.join()
            self.up += time.perf_counter() - self.started
            self.become("stopped")
            return "200"


def come(front, name, stay):
    begun = time.perf_counter()
    front.active.add(name)
    missing = 0
    front.start()
    while front.call() != 200:
        missing += 1
        time.sleep(args.poll)
    waited = time.perf_counter() - begun
    time.sleep(stay)
    answer = front.stop(name)
    print(f"  {name}: waited {waited:.3f} s, {missing} calls not answered, stop: {answer}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--gap", type=float, default=0.25)
    parser.add_argument("--boot", type=float, default=0.4)
    parser.add_argument("--stay", type=float, default=0.3)
    parser.add_argument("--poll", type=float, default=0.05)
    parser.add_argument("--dearer", type=float, default=10)
    args = parser.parse_args()
    front = Front()
    visits = []
    for i in range(3):
        if i == 2:  # between pairs everybody goes home
            time.sleep(args.boot + 2 * args.stay + 2 * args.gap)
        visit = (front, f"user-{i + 1}", args.stay * (1 + i % 2))
        visits.append(threading.Thread(target=come, args=visit))
        visits[-1].start()
        time.sleep(args.gap)
    for visit in visits:
        visit.join()
    day = time.perf_counter() - front.began
    print(f"the core was up for {100 * front.up / day:.0f} % of the time")
    print(f"cost, always on: {day * (1 + args.dearer):.2f} front-s")
    print(f"cost, on demand: {day + front.up * args.dearer:.2f} front-s")
