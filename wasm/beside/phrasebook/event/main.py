import threading

opened = threading.Event()


def guest():
    opened.wait()
    print("in\n", end="")  # in one piece: threads get between a text and its line's end


threads = [threading.Thread(target=guest) for _ in range(3)]
for t in threads:
    t.start()
print("the shop opens")
opened.set()
for t in threads:
    t.join()
