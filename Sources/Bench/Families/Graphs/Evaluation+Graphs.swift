import Data
import Judging
import Seeds

extension Evaluation {
  /// Slices of graphs are cut by: `n` vertices, target `t`, `d12` = d(1,2), `label`, and `reachable`, 1 or 0.
  ///
  /// - Parameter first: the index of the first of the examples.
  package static func graphs(
    _ split: GraphSplit, predictions: [Float], from first: Int = 0, seed: Seed
  ) -> Evaluation {
    let examples = split.examples(first..<first + predictions.count, seed: seed)
    return Evaluation(
      split: split.name,
      truths: examples.map { Float($0.label) },
      predictions: predictions,
      attributes: [
        Attribute("n", examples.map { Int32($0.graph.vertexCount) }),
        Attribute("t", examples.map { Int32($0.target) }),
        Attribute("d12", examples.map { Int32($0.distanceToTwo) }),
        Attribute("label", examples.map { Int32($0.label) }),
        Attribute("reachable", examples.map { $0.label < split.unreachableLabel ? 1 : 0 }),
      ], quantity: "distance")
  }
}
