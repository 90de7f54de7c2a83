import Instruments
import Training

extension SizeCurve {
  /// At each look, how it does on what it learned from and elsewhere.
  func points(on near: Examples, _ far: Examples) -> [MatchedComparison.Point] {
    zip(losses(on: near), losses(on: far)).map {
      MatchedComparison.Point(size: Double(parameters), loss: $0, shifted: $1)
    }
  }

  /// After how many steps a loss has fallen to a level, by a straight line between looks in logarithms; nil where it has not,
  /// or had before the first look.
  func steps(toReach level: Double, on examples: Examples) -> Double? {
    let losses = losses(on: examples)
    guard let place = losses.firstIndex(where: { $0 <= level }), place > 0 else { return nil }
    let (high, low) = (Elementary.logarithm(losses[place - 1]), Elementary.logarithm(losses[place]))
    let share = (high - Elementary.logarithm(level)) / (high - low)
    return Double(steps[place - 1])
      * Elementary.power(Double(steps[place]) / Double(steps[place - 1]), share)
  }

  /// As the fits of scaling laws read it: data are examples, compute is what was counted.
  func run(on examples: Examples, replicate: Int, batchSize: Int) -> ScalingRun {
    ScalingRun(
      size: Double(parameters), replicate: replicate,
      readings: zip(steps, losses(on: examples)).map { step, loss in
        ScalingReading(
          step: step, data: Double(step * batchSize),
          compute: Double(step) * cost.operationsPerStep, loss: loss)
      })
  }
}
