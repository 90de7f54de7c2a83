/// The mazes that models are trained on and asked about. Those for training hold no maze, turned or mirrored, of those
/// for asking: see ``Portion``.
extension MazeSplit {
  /// One size: where a path starts can be told from its place in the sequence, which fails at every other size.
  package static let train4 = training("train-4", sizes: 4...4)
  package static let train3To4 = training("train-3-4", sizes: 3...4)
  package static let train3To5 = training("train-3-5", sizes: 3...5)
  /// The same with every passage walled up with probability 1/16: a map must also show what cannot be reached.
  package static let train3To5Forest = training(
    "train-3-5-forest", sizes: 3...5, .depthFirstForest(.full, .init(1, of: 16)))
  package static let trainWilson = training("train-wilson", sizes: 3...5, .wilson)
  /// Paths begin at dead ends alone: asked of ``heldOut3To5``, whose paths begin anywhere.
  package static let trainDeadEndStart = training(
    "train-dead-end-start", sizes: 3...5, endpoints: .init(origin: .deadEnds, target: .any))
  /// The shorter paths of 5 x 5 cells, where the mean is 8.
  package static let trainShortPaths = training("train-short-paths", sizes: 5...5, pathLengths: 1...8)
  /// What a model that was trained on smaller mazes is fine-tuned on.
  package static let fineTune6 = training("fine-tune-6", sizes: 6...6)

  package static let heldOut4 = asking("held-out-4", sizes: 4...4)
  package static let heldOut3To4 = asking("held-out-3-4", sizes: 3...4)
  package static let heldOut3To5 = asking("held-out-3-5", sizes: 3...5)

  package static let sizeDown3 = asking("size-down-3", sizes: 3...3)
  package static let sizeUp5 = asking("size-up-5", sizes: 5...5)
  package static let sizeUp6 = asking("size-up-6", sizes: 6...6)
  package static let sizeUp8 = asking("size-up-8", sizes: 8...8)
  package static let sizeUp10 = asking("size-up-10", sizes: 10...10)
  package static let sizeUp15 = asking("size-up-15", sizes: 15...15)
  package static let sizeUp20 = asking("size-up-20", sizes: 20...20)
  package static let sizeUp30 = asking("size-up-30", sizes: 30...30)

  /// Small mazes within a lattice of 6 x 6.
  package static let framed6 = asking("framed-6", sizes: 3...5, frame: 6)

  package static let wilson = asking("wilson", sizes: 3...5, .wilson)
  package static let kruskal = asking("kruskal", sizes: 3...5, .kruskal)
  package static let prim = asking("prim", sizes: 3...5, .prim)
  package static let recursiveDivision = asking("recursive-division", sizes: 3...5, .recursiveDivision)

  /// Depth-first mazes whose other walls are open with probability .05, .1, .2 and .4: cycles, ties, and ever fewer
  /// walls.
  package static let cycles5 = cycles("cycles-5", .init(1, of: 20))
  package static let cycles10 = cycles("cycles-10", .init(1, of: 10))
  package static let cycles20 = cycles("cycles-20", .init(1, of: 5))
  package static let cycles40 = cycles("cycles-40", .init(2, of: 5))

  /// Every passage alone, with probability .6 and .8: cells may be cut off.
  package static let density60 = asking("density-60", sizes: 3...5, .percolation(.init(3, of: 5)))
  package static let density80 = asking("density-80", sizes: 3...5, .percolation(.init(4, of: 5)))

  package static let deadEndStart = asking(
    "dead-end-start", sizes: 3...5, endpoints: .init(origin: .deadEnds, target: .any))
  package static let deadEnds = asking(
    "dead-ends", sizes: 3...5, endpoints: .init(origin: .deadEnds, target: .deadEnds))

  /// The paths of 5 x 5 cells that ``trainShortPaths`` has not, and only much longer ones.
  package static let longPaths = asking("long-paths", sizes: 5...5, pathLengths: 12...24)

  package static let all =
    [
      train4, train3To4, train3To5, train3To5Forest, trainWilson, trainDeadEndStart, trainShortPaths, fineTune6,
      heldOut4, heldOut3To4, heldOut3To5, sizeDown3, sizeUp5, sizeUp6, sizeUp8, sizeUp10, sizeUp15, sizeUp20, sizeUp30,
      framed6, wilson, kruskal, prim, recursiveDivision, cycles5, cycles10, cycles20, cycles40, density60, density80,
      deadEndStart, deadEnds, longPaths,
    ] + allWithin4

  private static func training(
    _ name: String, sizes: ClosedRange<Int>, _ generator: MazeGenerator = .depthFirst,
    endpoints: EndpointRule = .anyTwo, pathLengths: ClosedRange<Int> = anyLength
  ) -> MazeSplit {
    MazeSplit(
      name: name, revision: 1, sizes: sizes, generator: generator, portion: .training, endpoints: endpoints,
      pathLengths: pathLengths, label: .canonical)
  }

  private static func asking(
    _ name: String, sizes: ClosedRange<Int>, frame: Int? = nil, _ generator: MazeGenerator = .depthFirst,
    endpoints: EndpointRule = .anyTwo, pathLengths: ClosedRange<Int> = anyLength
  ) -> MazeSplit {
    MazeSplit(
      name: name, revision: 1, sizes: sizes, frame: frame, generator: generator, portion: .heldOut,
      endpoints: endpoints, pathLengths: pathLengths, label: .canonical)
  }

  private static func cycles(_ name: String, _ chance: Probability) -> MazeSplit {
    asking(name, sizes: 3...5, .depthFirstPercolation(.full, chance))
  }
}
