/// One example that was answered badly.
package struct FailedExample: Equatable, Sendable {
  package var seed: Int
  /// Its place among the examples this replicate was asked.
  package var index: Int
  /// What was asked: `distance from 1 to 9 among 12 vertices`.
  package var question: String
  package var truth: String
  package var answer: String
  package var loss: Double
  package var drawing: Drawing?
  /// Prints this example again: a `genbench export`. Nil where no command finds it.
  package var command: String?

  package init(
    seed: Int, index: Int, question: String, truth: String, answer: String, loss: Double, drawing: Drawing? = nil,
    command: String? = nil
  ) {
    self.seed = seed
    self.index = index
    self.question = question
    self.truth = truth
    self.answer = answer
    self.loss = loss
    self.drawing = drawing
    self.command = command
  }
}

/// A picture of an example as plain values. Numbers start at 0.
package enum Drawing: Equatable, Sendable {
  case graph(GraphDrawing)
  case maze(MazeDrawing)
  case permutation(PermutationDrawing)
}

/// Vertices on a circle and the lines between them.
package struct GraphDrawing: Equatable, Sendable {
  /// What stands in each vertex.
  package var labels: [String]
  package var edges: [Link]
  /// Vertices along the way from the start to the target, both included.
  package var path: [Int]

  package struct Link: Equatable, Hashable, Sendable {
    package var from: Int
    package var to: Int

    package init(_ from: Int, _ to: Int) {
      self.from = from
      self.to = to
    }
  }

  package init(labels: [String], edges: [Link], path: [Int]) {
    self.labels = labels
    self.edges = edges
    self.path = path
  }
}

/// Cells of a grid in rows, numbered row by row, with the passages that are open.
package struct MazeDrawing: Equatable, Sendable {
  package var rows: Int
  package var columns: Int
  package var passages: [GraphDrawing.Link]
  /// Cells from the origin to the target.
  package var path: [Int]
  /// Cells as they were answered; may leave the passages.
  package var answered: [Int]

  package init(rows: Int, columns: Int, passages: [GraphDrawing.Link], path: [Int], answered: [Int]) {
    self.rows = rows
    self.columns = columns
    self.passages = passages
    self.path = path
    self.answered = answered
  }
}

/// Where each element goes, with one walk along the arrows.
package struct PermutationDrawing: Equatable, Sendable {
  package var images: [Int]
  /// Elements from the first to the true answer.
  package var walk: [Int]
  package var answered: Int?

  package init(images: [Int], walk: [Int], answered: Int?) {
    self.images = images
    self.walk = walk
    self.answered = answered
  }
}
