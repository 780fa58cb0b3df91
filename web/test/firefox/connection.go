package firefox

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/coder/websocket"
)

// messageLimit is more than any answer of a page under test takes, in bytes.
const messageLimit = 64 << 20

// params are the parameters of a command.
type params = map[string]any

// A connection carries commands of WebDriver BiDi and their answers over one
// websocket: https://w3c.github.io/webdriver-bidi/#transport
type connection struct {
	socket *websocket.Conn
	heard  func(method string, params json.RawMessage) // an event; must be quick

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	ended   error
}

// An answer is what Firefox says to one command, or why it says nothing.
type answer struct {
	result json.RawMessage
	err    error
}

// A message is anything that Firefox sends.
type message struct {
	Type    string // "success", "error" or "event"
	ID      *int
	Result  json.RawMessage
	Error   string // such as "no such frame"
	Message string // the error in words
	Method  string
	Params  json.RawMessage
}

func dial(ctx context.Context, url string, heard func(string, json.RawMessage)) (*connection, error) {
	socket, _, err := websocket.Dial(ctx, url, nil)
	if err != nil {
		return nil, fmt.Errorf("connecting to Firefox: %w", err)
	}
	socket.SetReadLimit(messageLimit)
	c := &connection{socket: socket, heard: heard, waiting: map[int]chan answer{}}
	go c.read(ctx)
	return c, nil
}

func (c *connection) read(ctx context.Context) {
	for {
		var m message
		_, data, err := c.socket.Read(ctx)
		if err == nil {
			err = json.Unmarshal(data, &m)
		}
		if err != nil {
			c.end(fmt.Errorf("the connection to Firefox ended: %w", err))
			return
		}
		if m.Type == "event" {
			c.heard(m.Method, m.Params)
		} else if m.ID != nil {
			c.deliver(*m.ID, m)
		}
	}
}

func (c *connection) deliver(id int, m message) {
	c.mu.Lock()
	waiting := c.waiting[id]
	delete(c.waiting, id)
	c.mu.Unlock()
	if waiting == nil {
		return // the caller has given up
	}
	if m.Type == "error" {
		waiting <- answer{err: fmt.Errorf("%s: %s", m.Error, m.Message)}
		return
	}
	waiting <- answer{result: m.Result}
}

// end fails every command that waits, and all to come.
func (c *connection) end(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended = err
	for id, waiting := range c.waiting {
		waiting <- answer{err: err}
		delete(c.waiting, id)
	}
}

// call sends a command and stores its result, which may be nil.
func (c *connection) call(ctx context.Context, method string, with params, result any) error {
	id, waiting, err := c.expect()
	if err != nil {
		return err
	}
	data, err := json.Marshal(params{"id": id, "method": method, "params": with})
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	if err := c.socket.Write(ctx, websocket.MessageText, data); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case a := <-waiting:
		if a.err != nil {
			return fmt.Errorf("%s: %w", method, a.err)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(a.result, result)
	}
}

// expect takes the next command's number and the place where its answer comes.
func (c *connection) expect() (int, chan answer, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.ended != nil {
		return 0, nil, c.ended
	}
	c.last++
	waiting := make(chan answer, 1)
	c.waiting[c.last] = waiting
	return c.last, waiting, nil
}
