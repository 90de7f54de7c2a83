import Judging
import Reports

extension [Replicate] {
  /// How large the squared error of each example of a slice is, all replicates together.
  func losses(on slice: Slice) -> Histogram {
    Histogram(edges: .decades(-6...3, at: .one), values: flatMap { Metric.squaredError.terms($0.evaluation, slice) })
  }

  /// Which true value was answered how, all replicates together; nil where the slice has no example.
  func answerMap(on slice: Slice) -> HeatMap? {
    let selected = map { $0.evaluation.selecting(slice) }
    let truths = selected.flatMap(\.truths).map { Int($0) }
    guard let smallest = truths.min(), let largest = truths.max() else { return nil }
    var answered = HeatMap(trueValues: smallest...largest, predictions: .whole(0...Swift.max(largest, 15)))
    for evaluation in selected {
      for (truth, prediction) in zip(evaluation.truths, evaluation.predictions) {
        answered.add(true: Int(truth), prediction: Double(prediction))
      }
    }
    return answered
  }
}
