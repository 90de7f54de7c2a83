extension Drawing {
  /// A drawing in a file of its own.
  package func svg(title: String) -> String { figure(title: title).document }

  /// The same for a page, at most 320 units wide.
  func figure(title: String) -> SVG {
    switch self {
    case .graph(let graph): graph.figure(title: title)
    case .maze(let maze): maze.figure(title: title)
    case .permutation(let permutation): permutation.figure(title: title)
    }
  }
}
