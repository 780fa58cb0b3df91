package peps

import (
	"encoding/json"
	"strconv"
)

// A HeaderRef is one item of a header such as Requires: a PEP's number, or the
// text as written where that is no number. In JSON it is a number or a string.
type HeaderRef struct {
	Number int
	Text   string // not empty when the item is no number
}

// MarshalJSON writes a number or a string.
func (r HeaderRef) MarshalJSON() ([]byte, error) {
	if r.Text != "" {
		return json.Marshal(r.Text)
	}
	return strconv.AppendInt(nil, int64(r.Number), 10), nil
}

// UnmarshalJSON reads a number or a string.
func (r *HeaderRef) UnmarshalJSON(data []byte) error {
	*r = HeaderRef{}
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &r.Text)
	}
	return json.Unmarshal(data, &r.Number)
}
