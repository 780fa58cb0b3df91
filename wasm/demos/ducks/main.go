// Ducks lets a dog and a duck cry through one interface that neither of them
// names.
package main

import (
	"flag"
	"fmt"

	"github.com/ahiru-dev/ahiru/wasm/lesson"
)

// Quacker is all that cry asks for. An interface can ask for methods only: the
// name, an attribute in Python, has to be a method here.
type Quacker interface {
	Name() string
	Sound() string
}

// Dog says nowhere that it is a Quacker. It has the methods: that is enough.
type Dog struct{ name string }

func (d Dog) Name() string  { return d.name }
func (d Dog) Sound() string { return words.woof }

// Duck shares nothing with Dog but the methods.
type Duck struct{ name string }

func (d Duck) Name() string  { return d.name }
func (d Duck) Sound() string { return words.quack }
func (d Duck) LayEgg()       {}

// The program runs without these two lines. They have the compiler check the
// types right here, as Python declares it with abc or Protocol.
var (
	_ Quacker = Dog{}
	_ Quacker = Duck{}
)

func cry(q Quacker) {
	fmt.Printf(words.cry, q.Name(), q.Sound())
}

// kind asks for the type, as isinstance does. Avoid both: every new animal
// needs a new case here, while cry takes it as it is.
func kind(q Quacker) string {
	switch q.(type) {
	case Dog:
		return words.dog
	case Duck:
		return words.duck
	}
	return "?"
}

// laysEggs asks for a method while the program runs, as hasattr does.
func laysEggs(q Quacker) string {
	if _, can := q.(interface{ LayEgg() }); can {
		return words.yes
	}
	return words.no
}

func main() {
	language := flag.String("lang", "en", "language to speak (en|ja|ko)")
	name := flag.String("name", "", "name of both animals, Morupako if empty")
	lesson.Parse("ducks")

	words = vocabulary[*language]
	if *name == "" {
		*name = words.name
	}
	for _, animal := range []Quacker{Dog{*name}, Duck{*name}} {
		cry(animal)
		fmt.Printf(words.kind, kind(animal))
		fmt.Printf(words.eggs, laysEggs(animal))
	}
}

type speech struct {
	name, cry, woof, quack string
	kind, dog, duck        string
	eggs, yes, no          string
}

var words speech // of the language that the flag names

var vocabulary = map[string]speech{
	"en": {
		"Morupako", "%s went %s\n", "woof!", "quack!",
		"  type: %s\n", "dog", "duck",
		"  lays eggs: %s\n", "yes", "no",
	},
	"ja": {
		"もるぱこ", "%sは、%sと鳴いた\n", "ワンッ!", "クワッ!",
		"  型: %s\n", "犬", "アヒル",
		"  卵を産む: %s\n", "はい", "いいえ",
	},
	"ko": {
		"모루파코", "%s, %s 하고 울었다\n", "멍멍!", "꽥꽥!",
		"  타입: %s\n", "개", "오리",
		"  알을 낳는다: %s\n", "예", "아니요",
	},
}
