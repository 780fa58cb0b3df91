import asyncio


async def slow():
    await asyncio.sleep(3600)
    return "soba"


async def main():
    try:
        await asyncio.wait_for(slow(), 0.05)
    except asyncio.TimeoutError:
        print("gave up")


asyncio.run(main())
