package bridge

import "github.com/hack-pad/safejs"

// promise runs work in a goroutine and returns a JavaScript Promise of its
// string. The executor is a callback that JavaScript calls once, at once, so
// it is released as soon as the Promise exists.
func promise(work func() (string, error)) any {
	executor, err := safejs.FuncOf(func(_ safejs.Value, settle []safejs.Value) any {
		go func() { settleWith(settle[0], settle[1], work) }()
		return nil
	})
	if err != nil {
		return thrown(err)
	}
	defer executor.Release()
	constructor, err := safejs.Global().Get("Promise")
	if err != nil {
		return thrown(err)
	}
	made, err := constructor.New(executor)
	if err != nil {
		return thrown(err)
	}
	return made
}

func settleWith(resolve, reject safejs.Value, work func() (string, error)) {
	text, err := work()
	if err != nil {
		_, _ = reject.Invoke(thrown(err)) // nobody is left to tell
		return
	}
	_, _ = resolve.Invoke(text)
}

// thrown converts an error for JavaScript, once, at the border.
func thrown(err error) any {
	constructor, missing := safejs.Global().Get("Error")
	if missing != nil {
		return err.Error()
	}
	value, failed := constructor.New(err.Error())
	if failed != nil {
		return err.Error()
	}
	return value
}
