import queue
import threading

q = queue.Queue(maxsize=2)
END = object()


def produce():
    for n in range(4):
        q.put(n)
    q.put(END)  # q.shutdown() since 3.13


threading.Thread(target=produce).start()
while (n := q.get()) is not END:
    print("got", n)
