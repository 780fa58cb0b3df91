"""Lets a dog and a duck cry through one function that asks for neither by name."""

import abc
import argparse
from typing import Protocol, runtime_checkable

VOCABULARY = {
    "en": {
        "name": "Morupako", "cry": "{} went {}", "woof": "woof!", "quack": "quack!",
        "kind": "  type: {}", "dog": "dog", "duck": "duck",
        "eggs": "  lays eggs: {}", "yes": "yes", "no": "no",
    },
    "ja": {
        "name": "もるぱこ", "cry": "{}は、{}と鳴いた", "woof": "ワンッ!", "quack": "クワッ!",
        "kind": "  型: {}", "dog": "犬", "duck": "アヒル",
        "eggs": "  卵を産む: {}", "yes": "はい", "no": "いいえ",
    },
    "ko": {
        "name": "모루파코", "cry": "{}, {} 하고 울었다", "woof": "멍멍!", "quack": "꽥꽥!",
        "kind": "  타입: {}", "dog": "개", "duck": "오리",
        "eggs": "  알을 낳는다: {}", "yes": "예", "no": "아니요",
    },
}

parser = argparse.ArgumentParser()
parser.add_argument("-lang", choices=VOCABULARY, default="en", help="language to speak")
parser.add_argument("-name", default="", help="name of both animals, Morupako if empty")
args = parser.parse_args()
words = VOCABULARY[args.lang]


class Dog:
    def __init__(self, name):
        self.name = name  # an attribute will do: no method around it

    def sound(self):
        return words["woof"]


class Duck:
    def __init__(self, name):
        self.name = name

    def sound(self):
        return words["quack"]

    def lay_egg(self):
        pass


class Cat:
    """Has a name, but no sound."""

    def __init__(self, name):
        self.name = name


def cry(animal):
    """Takes whatever has a name and a sound. Nobody checks that before the call."""
    print(words["cry"].format(animal.name, animal.sound()))


def kind(animal):
    """Avoid isinstance, and type(animal) even more, which fails with subclasses.
    Every new animal needs a new line here, while cry takes it as it is."""
    if isinstance(animal, Dog):
        return words["dog"]
    if isinstance(animal, Duck):
        return words["duck"]
    return "?"


def lays_eggs(animal):
    """Asks for a method while the program runs."""
    if hasattr(animal, "lay_egg"):
        return words["yes"]
    return words["no"]


name = args.name or words["name"]
for animal in (Dog(name), Duck(name)):
    cry(animal)
    print(words["kind"].format(kind(animal)))
    print(words["eggs"].format(lays_eggs(animal)))

# The missing method is noticed when it is called, and not a moment earlier.
try:
    cry(Cat(name))
except AttributeError as error:
    print("AttributeError:", error)


class Animal(abc.ABC):
    """With abc a class names what it wants to be, which Go never asks."""

    @abc.abstractmethod
    def sound(self):
        ...


class Fish(Animal):
    pass


try:
    Fish()  # noticed here: when the object is made
except TypeError as error:
    print("TypeError:", error)


@runtime_checkable
class Quacker(Protocol):
    """PEP 544: what Go calls an interface. No class has to name it; a type checker
    such as mypy checks it before the program runs. It may ask for attributes."""

    name: str

    def sound(self) -> str:
        ...


for animal in (Dog(name), Duck(name), Cat(name)):
    print(type(animal).__name__, "is a Quacker:", isinstance(animal, Quacker))
