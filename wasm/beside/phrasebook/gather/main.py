import asyncio


async def guest(name, thinks):
    await asyncio.sleep(thinks)
    print(name, "orders")
    return f"{name}'s soba"


async def main():
    print(*await asyncio.gather(guest("Ahiru", 0.06), guest("Kamo", 0.02)))


asyncio.run(main())
