"""Lets a long request break at a gateway, and gives the same work to a queue with workers behind
it: what Celery does, in the standard library's own means, so that it runs without a broker."""

import argparse
import asyncio
import multiprocessing
import queue
import socket
import threading
import time


async def handle(reader, writer):
    """A request. An async handler that calls what blocks keeps the loop for itself."""
    path = (await reader.readline()).decode().strip()
    if path == "/do_task":
        time.sleep(args.work)  # should have been: await asyncio.sleep(...), or a job
    writer.write(b"200\n")
    writer.close()


def serve(ready):
    async def forever():
        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        ready.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(forever())


def ask(port, path, said):
    """A gateway: it waits only so long for the server behind it."""
    begun = time.perf_counter()
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=args.gateway) as s:
            s.sendall(path.encode() + b"\n")
            status = s.recv(10).decode().strip()
    except TimeoutError:
        status = "504, gateway time-out"
    said.append(f"  {time.perf_counter() - begun:.3f} s: GET {path}: {status}")


def long_request():
    print(f"one long request and three short ones, and a gateway that waits {args.gateway} s")
    ready = queue.Queue()
    threading.Thread(target=serve, args=(ready,), daemon=True).start()
    port = ready.get()
    said, clients = [], []
    for path in ["/do_task", "/ping", "/ping", "/ping"]:
        client = threading.Thread(target=ask, args=(port, path, said))
        client.start()
        clients.append(client)
        time.sleep(0.01)
    for client in clients:
        client.join()
    print("\n".join(said))


def work(orders):
    """A worker's whole life."""
    while True:
        try:
            job, takes = orders.recv()
        except EOFError:
            return
        orders.send("STARTED")
        time.sleep(takes)
        orders.send(f"report {job}")


class Broker:
    """The queue, what became of each job, and a thread for each worker."""

    def __init__(self, workers, late):
        self.late = late
        self.waiting = queue.Queue()
        self.states, self.lost, self.runs = {}, set(), {}
        self.running = {}  # worker: (process, job)
        self.birth = threading.Lock()  # one at a time: a fork copies every open end of a pipe
        for number in range(workers):
            threading.Thread(target=self.tend, args=(number,), daemon=True).start()

    def submit(self):
        job = len(self.states) + 1
        self.states[job], self.runs[job] = "PENDING", 0
        self.waiting.put(job)
        return job

    def status(self, job):
        return self.states.get(job, "PENDING")  # waiting, or nobody knows it

    def revoke(self, job, terminate=False):
        if self.states[job] == "PENDING":
            self.states[job] = "REVOKED"  # in the queue: the worker passes it over
        elif terminate:
            for process, has in list(self.running.values()):
                if has == job:
                    self.states[job] = "REVOKED"
                    process.kill()

    def tend(self, number):
        while True:
            with self.birth:
                orders, theirs = multiprocessing.Pipe()
                process = multiprocessing.Process(target=work, args=(theirs,), daemon=True)
                process.start()
                theirs.close()
            while self.do(number, process, orders):
                pass

    def do(self, number, process, orders):
        job = self.waiting.get()
        if self.states[job] == "REVOKED":
            return True
        self.running[number] = process, job
        try:
            orders.send((job, args.work))
            self.states[job] = orders.recv()
            self.runs[job] += 1
            orders.recv()
            self.states[job] = "SUCCESS"
            return True
        except (EOFError, ConnectionError):
            if self.states[job] == "REVOKED":
                pass
            elif self.late:
                self.states[job] = "PENDING"
                self.waiting.put(job)  # delivered again
            else:
                self.lost.add(job)  # its state stays STARTED for ever
            return False
        finally:
            del self.running[number]

    def settled(self):
        ended = sum(s in ("SUCCESS", "REVOKED") for s in self.states.values())
        return ended + len(self.lost) == len(self.states)


def jobs(late):
    how = "late" if late else "early"
    print(f"{args.jobs} jobs for {args.workers} workers, acknowledged {how}")
    broker = Broker(args.workers, late)
    begun = time.perf_counter()
    ids = [broker.submit() for _ in range(args.jobs)]
    took = (time.perf_counter() - begun) * 1000
    print(f"  answered after {took:.3f} ms; job 999: {broker.status(999)}")
    while broker.status(ids[0]) != "STARTED":
        time.sleep(0.001)
    broker.revoke(ids[-1])
    broker.revoke(ids[0], terminate=True)
    time.sleep(args.work / 3)
    process, job = next((p, j) for p, j in broker.running.values() if j != ids[0])
    process.kill()
    print(f"  kill -9, the worker that has job {job}")
    while not broker.settled():
        time.sleep(0.005)
    print(f"  until every job had ended: {time.perf_counter() - begun:.3f} s")
    for state in ("SUCCESS", "REVOKED"):
        print(f"  {state}: {[j for j in ids if broker.states[j] == state]}")
    print(f"  lost: {sorted(broker.lost)}, run twice: {[j for j in ids if broker.runs[j] > 1]}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--gateway", type=float, default=0.2)
    parser.add_argument("--work", type=float, default=0.3)
    parser.add_argument("--jobs", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    long_request()
    for late in (False, True):
        jobs(late)
