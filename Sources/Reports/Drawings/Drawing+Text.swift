extension Drawing {
  /// For a terminal.
  package func text(style: Style = .plain) -> String {
    switch self {
    case .graph(let graph): graph.text(style: style)
    case .maze(let maze): maze.text(style: style)
    case .permutation(let permutation): permutation.text(style: style)
    }
  }
}
