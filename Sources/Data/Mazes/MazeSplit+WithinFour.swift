/// Small mazes, each at a random place within 4 x 4 cells. Training has then shown the token of every cell, and a larger
/// maze is new by its size alone.
extension MazeSplit {
  /// One size: all lists of passages are equally long.
  package static let train3In4 = within4("train-3-in-4", rows: 3...3, columns: 3...3, .training)
  /// 2 x 2, 2 x 3, 3 x 2 and 3 x 3 cells: lists of three lengths.
  package static let train2To3In4 = within4("train-2-3-in-4", rows: 2...3, columns: 2...3, .training)
  package static let trainWilson3In4 = within4("train-wilson-3-in-4", rows: 3...3, columns: 3...3, .training, .wilson)
  /// Paths begin at dead ends alone.
  package static let trainDeadEndStart3In4 = within4(
    "train-dead-end-start-3-in-4", rows: 3...3, columns: 3...3, .training,
    endpoints: .init(origin: .deadEnds, target: .any))

  package static let heldOut3In4 = within4("held-out-3-in-4", rows: 3...3, columns: 3...3, .heldOut)
  package static let wilson3In4 = within4("wilson-3-in-4", rows: 3...3, columns: 3...3, .heldOut, .wilson)
  /// Two of the fifteen trees of 2 x 3 cells are held out.
  package static let sizeDown2By3In4 = within4("size-down-2-by-3-in-4", rows: 2...2, columns: 3...3, .heldOut)
  package static let sizeUp3By4In4 = within4("size-up-3-by-4-in-4", rows: 3...3, columns: 4...4, .heldOut)

  static let allWithin4 = [
    train3In4, train2To3In4, trainWilson3In4, trainDeadEndStart3In4, heldOut3In4, wilson3In4, sizeDown2By3In4,
    sizeUp3By4In4,
  ]

  private static func within4(
    _ name: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ portion: Portion,
    _ generator: MazeGenerator = .depthFirst, endpoints: EndpointRule = .anyTwo
  ) -> MazeSplit {
    MazeSplit(
      name: name, revision: 1, sizes: rows, columns: columns, frame: 4, generator: generator, portion: portion,
      endpoints: endpoints, label: .canonical)
  }
}
