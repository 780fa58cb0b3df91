package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// A form is contents to be had in a coding; keep is called for one at a time.
type form struct {
	coding   coding
	contents []byte
	keep     func(small []byte)
}

// makeForms compresses, the largest first, so that no processor is left with a
// long one at the end. Now and then it tells how far it is.
func (s *site) makeForms(ctx context.Context, forms []form, tell func(how string) error) error {
	largestFirst(forms)
	far := meter{told: time.Now()}
	for _, f := range forms {
		far.all += len(f.contents)
	}
	var mu sync.Mutex
	work := newWork(ctx)
	for _, f := range forms {
		work.do(func() error {
			small, err := s.cache.compressed(f.coding, f.contents, s.best)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			f.keep(small)
			if far.add(len(f.contents)) {
				return tell(fmt.Sprintf("%d of %d forms of files, %d of %d MB", far.forms, len(forms), far.done>>20, far.all>>20))
			}
			return nil
		})
	}
	return work.wait()
}

func largestFirst(forms []form) {
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(len(b.contents), len(a.contents)) })
}

// meterRest is how long a meter says nothing.
const meterRest = 5 * time.Second

// A meter counts forms, and bytes of what they are made of.
type meter struct {
	told             time.Time
	forms, done, all int
}

// add counts one more, and reports whether it is time to say so.
func (m *meter) add(bytes int) bool {
	m.forms++
	m.done += bytes
	if time.Since(m.told) < meterRest {
		return false
	}
	m.told = time.Now()
	return true
}
