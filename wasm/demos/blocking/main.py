"""Makes searches at a slow endpoint from tasks of one event loop: with a client that blocks, with one
that awaits, and handed to threads and processes. A heartbeat tells whether the loop goes on."""

import argparse
import asyncio
import functools
import logging
import threading
import time
import urllib.parse
import urllib.request
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORDS = ["soba", "duck", "kamo", "udon"]


class Endpoint(BaseHTTPRequestHandler):
    """Answers when the time has come."""

    def do_GET(self):
        _, seconds, words = self.path.split("/")
        time.sleep(float(seconds))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"found {words}".encode())

    def log_message(self, *args):
        pass


def ask(url):
    """A client that blocks: it returns when the answer has come."""
    with urllib.request.urlopen(url) as answer:
        return answer.read().decode()


async def ask_async(url):
    """A client that awaits. Other tasks run while the answer is under way."""
    where = urllib.parse.urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    writer.write(f"GET {where.path} HTTP/1.0\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.decode().split("\r\n\r\n")[1]


def sync_to_async(function, pool=None):
    """Wraps a function that blocks. One thread for all calls is what asgiref's has by default."""

    @functools.wraps(function)
    async def handed_over(*args):
        return await asyncio.get_running_loop().run_in_executor(pool, function, *args)

    return handed_over


def nothing():
    pass


async def search(name, client, url):
    answer = await client(url)
    print(f"  {time.perf_counter() - opened:5.2f} s  {name}: {answer}", flush=True)


async def blocking(url):
    return ask(url)  # async in name only: there is no await


async def heartbeat(beats, interval):
    while True:
        beats.append(time.perf_counter())
        await asyncio.sleep(interval)


async def run(label, client, args, base, pool):
    global opened
    asyncio.get_running_loop().slow_callback_duration = args.slow
    if pool is not None:
        empty = sync_to_async(nothing, pool)
        await empty()
        begun = time.perf_counter()
        for _ in range(50):
            await empty()
        each = (time.perf_counter() - begun) * 1000 / 50
        print(f"{label}, a call that does nothing: {each:.3f} ms")
    opened, beats = time.perf_counter(), []
    alive = asyncio.create_task(heartbeat(beats, args.beat), name="heartbeat")
    searches = []
    for i in range(args.n):
        url = f"{base}/{args.delay}/{WORDS[i % len(WORDS)]}"
        name = f"search {i + 1}"
        searches.append(asyncio.create_task(search(name, client, url), name=name))
    await asyncio.gather(*searches)
    ended = time.perf_counter()
    alive.cancel()
    gap = max(b - a for a, b in zip(beats, beats[1:] + [ended]))
    print(f"{label}: {ended - opened:.3f} s")
    print(f"{label}, longest gap between heartbeats: {gap:.3f} s")
    stood = "stood still" if gap > 0.8 * args.delay else "went on"
    print(f"  the loop {stood}: {len(beats) - 1} heartbeats", flush=True)


def measure(label, client, args, base, pool=None):
    print(f"{label}:", flush=True)
    asyncio.run(run(label, client, args, base, pool), debug=True)
    if pool is not None:
        pool.shutdown()


def without_places(record):
    """Keeps asyncio's words and leaves out the folders of this machine."""
    text = record.getMessage()
    if text.startswith("Executing"):
        print(text.split(", defined at")[0] + " … " + text[text.rindex("took"):], flush=True)
    return False


def main():
    parser = argparse.ArgumentParser()
    ways = ["blocking", "async", "thread", "pool", "process"]
    parser.add_argument("-way", choices=["compare", *ways, "all"], default="compare")
    parser.add_argument("-n", type=int, default=3, help="how many searches")
    parser.add_argument("-delay", type=float, default=0.9, help="seconds that one takes")
    parser.add_argument("-beat", type=float, default=0.05, help="seconds between heartbeats")
    parser.add_argument("-slow", type=float, default=0.1, help="when debug mode reports a step")
    parser.add_argument("-workers", type=int, default=3, help="threads or processes in a pool")
    args = parser.parse_args()
    logging.getLogger("asyncio").addFilter(without_places)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    print(f"{args.n} searches of {args.delay} s, a heartbeat every {args.beat} s")

    def wanted(way):
        return args.way in ("all", way) or args.way == "compare" and way in ("blocking", "async")

    if wanted("blocking"):
        measure("a client that blocks", blocking, args, base)
    if wanted("async"):
        measure("a client that awaits", ask_async, args, base)
    pools = {
        "thread": ("handed to one thread", lambda: ThreadPoolExecutor(1)),
        "pool": ("handed to a pool of threads", lambda: ThreadPoolExecutor(args.workers)),
        "process": ("handed to a pool of processes", lambda: ProcessPoolExecutor(args.workers)),
    }
    for way, (label, open_pool) in pools.items():
        if wanted(way):
            pool = open_pool()
            measure(label, sync_to_async(ask, pool), args, base, pool)
    server.shutdown()


if __name__ == "__main__":  # a process of the pool reads this file too
    main()
