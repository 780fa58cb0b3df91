import threading
import time

room = threading.Semaphore(2)
lock = threading.Lock()
now = most = 0


def work():
    global now, most
    with room:
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.01)
        with lock:
            now -= 1


threads = [threading.Thread(target=work) for _ in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("at once:", most)
