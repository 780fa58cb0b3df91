package metrics

// A Kind is a form of reference; its name is that of the public format.
type Kind uint8

// The kinds of reference, in the order of the public format.
const (
	Role Kind = iota
	Text
	List
	URL
	Ref
	Title
	Requires
	Replaces
	SupersededBy
	kindCount
)

var kindNames = [kindCount]string{"role", "text", "list", "url", "ref", "title", "requires", "replaces", "superseded_by"}

// String is the name of a kind in the public format.
func (k Kind) String() string {
	if k < kindCount {
		return kindNames[k]
	}
	return "unknown kind"
}

// KindNamed finds a kind by its name in the public format.
func KindNamed(name string) (Kind, bool) {
	for k, known := range kindNames {
		if name == known {
			return Kind(k), true
		}
	}
	return 0, false
}

// Kinds is a set of kinds. The empty set stands for a metric's default.
type Kinds uint16

// AllKinds holds every kind.
const AllKinds Kinds = 1<<kindCount - 1

// KindSet holds the kinds named.
func KindSet(kinds ...Kind) Kinds {
	var set Kinds
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}

// Has tells whether a kind is in the set.
func (s Kinds) Has(k Kind) bool { return s&(1<<k) != 0 }

// Without is the set less the kinds named.
func (s Kinds) Without(kinds ...Kind) Kinds { return s &^ KindSet(kinds...) }

// Counts says how often an edge was mentioned, by kind.
type Counts [kindCount]int

// of adds up the mentions of the kinds in a set.
func (c *Counts) of(set Kinds) int {
	sum := 0
	for k, count := range c {
		if set.Has(Kind(k)) {
			sum += count
		}
	}
	return sum
}
