import threading
import time


def greet(name):
    print("hello from", name)


threading.Thread(target=greet, args=["the other one"]).start()
time.sleep(0.05)  # not needed: Python waits for its threads at the end
print("main is done")
