"""A pre-forking WSGI server in its bones: a master forks workers that share one listening socket,
and forks again when one dies. A client process sends requests and kills a worker half-way."""

import argparse
import mmap
import os
import signal
import socket
import sys
import threading
import time


def app(environ, start_response):
    """A WSGI application (PEP 3333): it knows nothing of workers."""
    time.sleep(args.work)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"{os.getpid()} {environ['PATH_INFO']}".encode()]


def work(listening):
    """A worker's whole life: all workers accept from one queue, the kernel's."""
    while True:
        connection, _ = listening.accept()
        with connection:
            path = connection.recv(1000).decode().split()[1]
            busy[:8] = os.getpid().to_bytes(8, "big")
            head = []
            body = app({"PATH_INFO": path}, lambda status, headers: head.append(status))
            busy[:8] = bytes(8)
            connection.sendall(f"HTTP/1.0 {head[0]}\r\n\r\n".encode() + b"".join(body))


def fork(job):
    """The child does the job and ends. The parent gets its number."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        try:
            job()
        finally:
            sys.stdout.flush()
            os._exit(0)
    return pid


class Clients:
    def __init__(self, port):
        self.port = port
        self.times, self.lost, self.pids = [], 0, set()
        self.lock = threading.Lock()

    def ask(self, number):
        begun = time.perf_counter()
        answer = b""
        try:
            with socket.create_connection(("127.0.0.1", self.port)) as s:
                s.sendall(f"GET /duck/{number} HTTP/1.0\r\n\r\n".encode())
                while part := s.recv(1000):
                    answer += part
        except ConnectionError:
            pass
        with self.lock:
            if not answer:
                self.lost += 1
                print(f"  request {number} is lost: its worker died")
                return
            self.times.append(time.perf_counter() - begun)
            self.pids.add(int(answer.split(b"\r\n\r\n")[1].split()[0]))

    def run(self):
        threads, killed = [], False
        for i in range(args.requests):
            thread = threading.Thread(target=self.ask, args=(i + 1,))
            thread.start()
            threads.append(thread)
            time.sleep(args.every)
            pid = int.from_bytes(busy[:8], "big")
            if pid and not killed and i >= args.requests // 2:
                killed = True
                os.kill(pid, signal.SIGKILL)
                print("kill -9, a worker in the middle of a request")
        for thread in threads:
            thread.join()
        print(f"{args.requests} requests = {len(self.times)} answered + {self.lost} lost")
        print(f"a request took, on average: {sum(self.times) / len(self.times):.3f} s")
        print(f"the slowest request took: {max(self.times):.3f} s")
        print(f"workers that answered: {len(self.pids)}")


def master():
    listening = socket.create_server(("127.0.0.1", 0), backlog=args.requests)
    port = listening.getsockname()[1]
    workers = {fork(lambda: work(listening)) for _ in range(args.workers)}
    clients = fork(Clients(port).run)
    births = len(workers)
    while True:
        pid, _ = os.wait()
        if pid == clients:
            break
        died = time.perf_counter()
        workers.remove(pid)
        workers.add(fork(lambda: work(listening)))
        births += 1
        print(f"revived after {time.perf_counter() - died:.4f} s")
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    print(f"workers started: {births}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--every", type=float, default=0.025)
    parser.add_argument("--work", type=float, default=0.05)
    args = parser.parse_args()
    busy = mmap.mmap(-1, 8)  # shared: the worker that began a request last
    master()
