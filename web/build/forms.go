package main

import (
	"cmp"
	"context"
	"slices"
	"sync"
)

// A form is contents to be had in a coding; keep is called for one at a time.
type form struct {
	coding   coding
	contents []byte
	keep     func(small []byte)
}

// makeForms compresses, the largest first, so that no processor is left with a
// long one at the end. It tells how far it is after each.
func (s *site) makeForms(ctx context.Context, forms []form, tell func(far) error) error {
	largestFirst(forms)
	at := far{Total: len(forms)}
	for _, f := range forms {
		at.AllBytes += len(f.contents)
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
			at.Done++
			at.Bytes += len(f.contents)
			return tell(at)
		})
	}
	return work.wait()
}

func largestFirst(forms []form) {
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(len(b.contents), len(a.contents)) })
}
