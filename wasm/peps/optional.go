package peps

import "encoding/json"

// Optional is a fact that may be unknown: null in JSON, "" in Go.
type Optional string

// MarshalJSON writes null for an unknown fact.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

// UnmarshalJSON reads null or a string.
func (o *Optional) UnmarshalJSON(data []byte) error {
	var s *string
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	*o = ""
	if s != nil {
		*o = Optional(*s)
	}
	return nil
}
