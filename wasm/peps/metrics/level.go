package metrics

// A level is an undirected graph whose nodes are the communities of the level
// below; on the ground they are the nodes of the graph.
type level struct {
	near   adjacency // neighbours, without the node itself
	inside []float64 // twice the weight of the edges inside of each node
	degree []float64 // the weight of a node's ends of edges, those inside included
	ends   float64   // all of them: twice the weight of the graph
}

func (l *level) len() int { return len(l.degree) }

// ground is the level of the graph's own nodes.
func (g *Graph) ground(weighted bool) *level {
	near := g.both
	if !weighted {
		near.weight = filled(len(near.to), 1)
	}
	return newLevel(near, make([]float64, g.Len()))
}

func newLevel(near adjacency, inside []float64) *level {
	l := &level{near: near, inside: inside, degree: make([]float64, len(inside))}
	for node := range l.degree {
		l.degree[node] = inside[node] + total(near.weights(node))
		l.ends += l.degree[node]
	}
	return l
}

// lift makes the level whose nodes are communities of this one. It also says
// which node each community became: they are numbered as their first members
// come. All weights are whole numbers as long as those of the edges are, so no
// sum depends on its order.
func (l *level) lift(of []int) (upper *level, number []int) {
	members, number := gather(of)
	inside, link := make([]float64, len(members)), newTally(len(members))
	near := adjacency{start: make([]int, 1, len(members)+1)}
	for community, nodes := range members {
		for _, node := range nodes {
			inside[community] += l.inside[node]
			weights := l.near.weights(node)
			for i, neighbour := range l.near.of(node) {
				link.add(number[of[neighbour]], weights[i])
			}
		}
		inside[community] += link.sum[community]
		for _, other := range link.sorted() {
			if other != community {
				near.to, near.weight = append(near.to, other), append(near.weight, link.sum[other])
			}
		}
		near.start = append(near.start, len(near.to))
		link.clear()
	}
	return newLevel(near, inside), number
}

// gather lists the members of every community, ascending, and numbers the
// communities by their first members.
func gather(of []int) (members [][]int, number []int) {
	number = filledInt(len(of), -1)
	for node, c := range of {
		if number[c] < 0 {
			number[c] = len(members)
			members = append(members, nil)
		}
		members[number[c]] = append(members[number[c]], node)
	}
	return members, number
}

// pieces takes communities apart whose members do not hang together.
func (l *level) pieces(of []int) []int {
	piece := filledInt(len(of), -1)
	var open []int
	for start := range of {
		if piece[start] >= 0 {
			continue
		}
		piece[start] = start
		for open = append(open, start); len(open) > 0; {
			node := open[len(open)-1]
			open = open[:len(open)-1]
			for _, neighbour := range l.near.of(node) {
				if of[neighbour] == of[node] && piece[neighbour] < 0 {
					piece[neighbour] = start
					open = append(open, neighbour)
				}
			}
		}
	}
	return piece
}
