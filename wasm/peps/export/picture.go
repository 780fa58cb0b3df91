package export

// A Picture is a drawing of a graph: what stands where, in which shape and
// colour. It is said in full, so that the file looks as the page does. Colours
// are #rgb or #rrggbb.
type Picture struct {
	Title       string `json:"title"`       // read out and shown as the name of the drawing
	Description string `json:"description"` // read out
	Language    string `json:"language"`    // of its words, such as ja; may be empty
	Background  string `json:"background"`
	Ink         string `json:"ink"`  // the colour of words
	Font        string `json:"font"` // names of fonts as in CSS
	// TextSize is that of labels and legend, in the unit of the places.
	TextSize float64 `json:"textSize"`

	Shapes []Shape     `json:"shapes"`
	Marks  []Mark      `json:"marks"`
	Lines  []Line      `json:"lines"`
	Legend []LegendRow `json:"legend"`
}

// A Shape is an outline about the origin, of the radius 1, y downwards, as an
// SVG path.
type Shape struct {
	Name string `json:"name"`
	Path string `json:"path"`
}

// A Mark is a node as it is drawn, in the order in which marks cover another.
type Mark struct {
	X      float64 `json:"x"`
	Y      float64 `json:"y"` // upwards
	Radius float64 `json:"radius"`
	Shape  int     `json:"shape"` // its place in Shapes
	Fill   string  `json:"fill"`
	Stroke string  `json:"stroke"` // empty for none
	Width  float64 `json:"width"`  // of the stroke
	Name   string  `json:"name"`   // read out and shown when pointed at
	Label  string  `json:"label"`  // written beside the mark; may be empty
}

// A Line is an edge as it is drawn.
type Line struct {
	From    int       `json:"from"` // places in Marks
	To      int       `json:"to"`
	Colour  string    `json:"colour"`
	Width   float64   `json:"width"`
	Opacity float64   `json:"opacity"` // 0 stands for 1
	Dash    []float64 `json:"dash"`
	Arrow   bool      `json:"arrow"` // a head where the line meets the mark To
}

// A LegendRow explains a mark.
type LegendRow struct {
	Shape  int    `json:"shape"`
	Fill   string `json:"fill"`
	Stroke string `json:"stroke"`
	Text   string `json:"text"`
}
