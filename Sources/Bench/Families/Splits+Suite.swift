import Results
import Training

extension Splits {
  /// Of every task family there is. A new one is registered by its line here.
  package static let suite = Splits(of: [
    GraphExamples.self,
    MazeExamples.self,
    PowerExamples.self,
  ])
}
