package proc

// packed is a spec on its way to another process.
type packed struct {
	sealed string // a parcel
	ends   []*end // what is inherited, in order
	feed   func(started bool)
}

// pack makes the parcel of a child. Its feed is to be called once the child has started, or could not.
func (s *spec) pack() (*packed, error) {
	content := parcel{Args: s.args}
	if s.thread {
		content.Space = Space()
	}
	p := &packed{feed: func(bool) {}}
	if len(s.args) > largestInline {
		reader, writer, err := Pipe()
		if err != nil {
			return nil, err
		}
		content.Args, content.Piped = nil, true
		s.lent = append(s.lent, lent{end: reader.end, reads: true, gone: func() {}})
		p.feed = func(started bool) {
			_ = reader.Close() // the child has its own
			go feed(writer, s.args, started)
		}
	}
	for i, l := range s.lent {
		mode := "w"
		if l.reads {
			mode = "r"
		}
		content.Ends = append(content.Ends, mode+l.end.inheritedName(i))
		p.ends = append(p.ends, l.end)
	}
	var err error
	p.sealed, err = content.seal()
	return p, err
}

// feed brings a child its arguments. Where it fails, the child has ended, and its exit tells more.
func feed(writer *Writer, args []byte, started bool) {
	defer writer.Close()
	if started {
		_ = writer.sendEncoded(args)
	}
}
