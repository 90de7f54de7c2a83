import Learning

/// A transformer of attention alone whose weights are written by hand, so that it searches a graph of n vertices
/// breadth first and answers d(1, 2), or n + 1 where there is no path (the appendix of Wang, Westover and Zhao, 2024).
///
/// In every layer n heads spread what each vertex reaches by one edge, and one more head notes whether vertex 1 reaches
/// vertex 2 yet. After n layers the answer is one, and one more for every layer that did not find it so.
package struct HandmadeSearch: Sendable, Hashable {
  /// How strongly the heads attend: scores, to be compared with one another.
  package struct Constants: Sendable, Hashable {
    /// B: how strongly a vertex attends to the answer's token, whose value is zero.
    package var sink: Double
    /// S: how strongly it attends to the neighbours of a vertex that it reaches, before which the sink must vanish.
    package var seek: Double
    /// M: how strongly the answer attends to itself. Vertex 1, if it reaches vertex 2, has B + S, every other vertex 0.
    package var patience: Double
    /// C: what is reached is pressed towards 1 by 2 sigmoid(C x) - 1.
    package var steepness: Double

    package init(sink: Double, seek: Double, patience: Double, steepness: Double) {
      (self.sink, self.seek, self.patience, self.steepness) = (sink, seek, patience, steepness)
    }

    /// The paper's: they suffice for graphs of a few vertices.
    package static let published = Constants(sink: 12, seek: 30, patience: 7, steepness: 5)
  }

  package let vertexCount: Int
  package let constants: Constants

  package init(vertexCount: Int, constants: Constants) {
    precondition(vertexCount >= 2, "A path from vertex 1 to vertex 2 needs both, not \(vertexCount) vertices.")
    self.vertexCount = vertexCount
    self.constants = constants
  }

  package static let spread = "spread"
  package static let answer = "answer"

  var state: SearchState { SearchState(vertexCount: vertexCount) }

  package var shape: AttentionOnlyShape {
    AttentionOnlyShape(
      width: state.width, idsPerToken: state.idsPerToken, layerCount: vertexCount,
      groups: [
        .init(
          Self.spread, headCount: vertexCount, queryWidth: 2, writes: state.reaches, isShared: true,
          squash: constants.steepness),
        .init(Self.answer, headCount: 1, queryWidth: 3, writes: state.outs, isShared: false),
      ],
      answer: state.outs)
  }

  /// The weights of a model of this shape.
  package var weights: [Float] {
    let (B, S, M) = (constants.sink, constants.seek, constants.patience)
    let model = AttentionOnly(shape)
    var weights = [Float](repeating: 0, count: model.layout.count)
    func write(
      _ role: HeadMatrix.Role, of group: String, _ number: Int, _ elements: [(feature: Int, column: Int, value: Double)]
    ) {
      let matrix = model.matrices(role, of: group)[number - 1]
      for element in elements { weights[matrix.place(element.feature, element.column)] = Float(element.value) }
    }

    // Who reaches j attends to the neighbours of j, and is told who they are; who does not attends to the answer's
    // token.
    for j in 1...vertexCount {
      write(.query, of: Self.spread, j, [(state.reach(j), 0, S), (state.vertexFlag, 1, 1)])
      write(.key, of: Self.spread, j, [(state.neighbour(j), 0, 1), (state.answerFlag, 1, B)])
      write(.value, of: Self.spread, j, (1...vertexCount).map { (state.itself($0), $0 - 1, 1) })
    }
    // The answer's token attends to vertex 1 if that reaches vertex 2, else to itself. The three columns are added up,
    // so that a vertex's score is B + S if it is vertex 1, and B + S if it reaches 2, both less B + S.
    for l in 1...vertexCount {
      write(.query, of: Self.answer, l, (0..<3).map { (state.answerFlag, $0, 1) })
      write(
        .key, of: Self.answer, l,
        [
          (state.vertexFlag, 0, -B), (state.itself(1), 0, B + S),
          (state.vertexFlag, 1, -S), (state.reach(2), 1, B + S), (state.answerFlag, 1, -(B + S)),
          (state.answerFlag, 2, M),
        ])
      write(.value, of: Self.answer, l, [(state.itself(1), l - 1, 1)])
    }
    return weights
  }
}
