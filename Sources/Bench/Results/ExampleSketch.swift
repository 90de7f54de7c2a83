import Data
import Reports
import Seeds

/// One example in words and, where its family has one, as a picture.
struct ExampleSketch {
  var question: String
  var drawing: Drawing?
}

extension MazeDrawing {
  /// With the label's path beside the one that was answered, if that is known, as far as it stays in the maze.
  init(of solved: SolvedMaze, answered: MazeAnswer?) {
    let maze = solved.maze
    self.init(
      rows: maze.rows, columns: maze.columns,
      passages: maze.passages.map { GraphDrawing.Link(maze.number(of: $0), maze.number(of: $1)) },
      path: solved.path.map(maze.number(of:)),
      answered: (answered?.path ?? []).prefix(while: maze.contains).map(maze.number(of:)))
  }
}

extension PermutationDrawing {
  /// Elements are numbered in the order of their symbols. The walk is the power that is asked for really: whole rounds
  /// are left out.
  ///
  /// - Parameter answered: a symbol; one that the context does not have is not shown.
  init(of task: PowerTask, answered: Float?) {
    let (context, permutation) = (task.context, task.context.permutation)
    let ranked = context.symbols.indices.sorted { context.symbols[$0] < context.symbols[$1] }
    var ranks = ranked
    for (rank, place) in ranked.enumerated() { ranks[place] = rank }
    var walk = [task.place]
    for _ in 0..<task.exponent % permutation.cycleLength(of: task.place) { walk.append(permutation[walk.last!]) }
    self.init(
      images: ranked.map { ranks[permutation[$0]] }, walk: walk.map { ranks[$0] },
      answered: answered.flatMap { Int(exactly: $0) }.flatMap(context.place).map { ranks[$0] })
  }
}

extension GraphDrawing {
  /// With one shortest path from vertex 1 to the target; none where there is no way.
  init(of example: GraphExample) {
    self.init(
      labels: (1...example.graph.vertexCount).map(String.init),
      edges: example.graph.edges.map { Link(Int($0.a) - 1, Int($0.b) - 1) },
      path: example.graph.shortestPath(to: example.target).map { $0 - 1 })
  }
}

extension Graph {
  /// The vertices of a shortest path from vertex 1, both ends included; empty where there is none. Of several, the one
  /// whose vertices, read from the end, are smallest.
  func shortestPath(to end: Int) -> [Int] {
    let distances = distances(from: 1)
    // A question may be about a vertex that the graph does not have.
    guard distances.indices.contains(end - 1), let length = distances[end - 1] else { return [] }
    var path = [end]
    for step in (0..<length).reversed() {
      let here = path[path.count - 1]
      let neighbours = edges.compactMap { edge in
        Int(edge.a) == here ? Int(edge.b) : Int(edge.b) == here ? Int(edge.a) : nil
      }
      // The neighbour that the search came from is there, or `here` would not be at its distance.
      path.append(neighbours.filter { distances[$0 - 1] == step }.min()!)
    }
    return path.reversed()
  }
}
