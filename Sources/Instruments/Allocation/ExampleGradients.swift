import Learning
import Seeds

/// The gradient of each example of a list at the same weights: what is known of a step before its batch is drawn. If a batch
/// is a coin flip with a few real effects, the share of parameters that help the whole list can be predicted from it.
package struct ExampleGradients {
  private let count: Int
  /// Of the examples, one after another.
  private let gradients: [Float]
  /// By parameter: the mean over the list, and the standard deviation.
  package let mean: [Double]
  package let deviation: [Double]

  package init(of surface: LossSurface, at weights: [Float]) {
    let (count, width) = (surface.examples.count, weights.count)
    precondition(count > 1, "One example has no deviation.")
    var gradients: [Float] = []
    gradients.reserveCapacity(count * width)
    var one = Array(repeating: 0.0, count: width)
    var mean = one
    var squares = one
    for place in 0..<count {
      _ = surface.loss(ofExample: place, at: weights, gradient: &one)
      for index in 0..<width {
        // Welford's: sums of squares would lose what they have in common.
        let distance = one[index] - mean[index]
        mean[index] += distance / Double(place + 1)
        squares[index] += distance * (one[index] - mean[index])
        gradients.append(Float(one[index]))
      }
    }
    self.count = count
    self.gradients = gradients
    self.mean = mean
    deviation = squares.map { ($0 / Double(count - 1)).squareRoot() }
  }

  /// The share of parameters that a step of plain gradient descent moves so that they help the list, expected over batches
  /// drawn from it without putting back, each sum taken as normal. Parameters that never move are left out.
  package func predictedShare(batchSize: Int) -> Double {
    check(batchSize)
    let root = (Double(batchSize) / (1 - Double(batchSize) / Double(count))).squareRoot()
    let moving = mean.indices.filter { mean[$0] != 0 || deviation[$0] != 0 }
    let sum = moving.reduce(0.0) { $0 + NormalDistribution.cumulative(abs(mean[$1]) * root / deviation[$1]) }
    return sum / Double(moving.count)
  }

  /// The same share in batches that are really drawn, on average.
  package func measuredShare(batchSize: Int, draws: Int, using generator: inout Generator) -> Double {
    check(batchSize)
    precondition(draws > 0, "\(draws) batches have no share.")
    var signs = SignCount()
    var sum = Array(repeating: 0.0, count: mean.count)
    for _ in 0..<draws {
      sum.clear()
      for place in Draw.sample(batchSize, from: 0...count - 1, using: &generator) {
        sum.add(gradients, from: place * mean.count)
      }
      signs = signs + SignTrack(of: sum).compared(with: SignTrack(of: mean))
    }
    return signs.agreement ?? .nan
  }

  private func check(_ batchSize: Int) {
    precondition(
      (1..<count).contains(batchSize), "A batch of \(batchSize) is not drawn from \(count) examples.")
  }
}
