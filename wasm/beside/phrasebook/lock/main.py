import threading
import time

lock = threading.Lock()
count = 0


def add():
    global count
    with lock:
        loaded = count
        time.sleep(0)  # others may run here, and find the lock taken
        count = loaded + 1


threads = [threading.Thread(target=add) for _ in range(100)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count)
