/// One step of training, lent to whoever watches: the trainer's own memory, read only.
package struct WatchedStep {
  /// The first is 0.
  package let number: Int
  /// The schedule's; groups of parameters may have a part of it.
  package let rate: Double
  /// The batch's mean loss before the step.
  package let loss: Float
  /// Where the batch stands in the stream of examples.
  package let examples: Range<Int>
  /// Of how many numbers or answers the batch's loss is the mean, each counted by its weight.
  package let weight: Double
  /// What the optimizer multiplied the gradient by: 1 / weight, and less where the gradient's norm is limited.
  package let gradientScale: Float
  package let source: any ExampleSource
  /// The weights before and after the step, as they are stored.
  let before: FloatBuffer
  let after: FloatBuffer
  /// The gradient of the batch's summed loss: the very numbers that the optimizer read. The buffer may be longer.
  let gradient: FloatBuffer

  package var weightsBefore: [Float] { before.values }
  package var weightsAfter: [Float] { after.values }
  package var batchGradient: [Float] { Array(gradient.values.prefix(after.count)) }
}
