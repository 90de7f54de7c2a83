import Learning
import Training

/// What a network of one size is, and what a step of training it takes.
package struct NetworkCost: Sendable, Hashable {
  /// N: without the tables of symbols and places.
  package let parameters: Int
  /// All of them.
  package let allParameters: Int
  /// By the mean length of the first examples of replicate 0's stream: all replicates are then read at equal cost.
  package let tokensPerStep: Double
  /// Floating-point operations of matrix products, forward and twice that backward, by the lengths of the same examples.
  package let operationsPerStep: Double

  /// How many examples are counted. Their lengths vary by a third, so the mean is known to a hundredth.
  private static let counted = 1_024

  /// Nil for a network whose operations nobody has counted: only those of an encoder are.
  package init?(of stage: Stage, _ plan: TrainingPlan) {
    guard case .encoder(let shape) = plan.model(of: stage) else { return nil }
    let layout = Encoder(shape).layout
    parameters = layout.countWithoutTables
    allParameters = layout.count
    var batch = Batch(idsPerToken: shape.idsPerToken)
    stage.source(seed: ReplicateSeeds(0).stage(stage)).append(0..<Self.counted, to: &batch)
    let lengths = zip(batch.starts, batch.starts.dropFirst()).map { Int($1 - $0) }
    let share = Double(stage.recipe.batchSize) / Double(lengths.count)
    tokensPerStep = share * Double(lengths.reduce(0, +))
    operationsPerStep = share * Double(lengths.reduce(0) { $0 + 3 * shape.operations(length: $1) })
  }
}
