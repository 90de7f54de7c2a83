import Instruments
import Judging
import Training

/// What a network of a sweep had come to after some of its steps: the averages where its recipe asks for any.
struct SizeCurve: Sendable, Hashable {
  /// N: without the tables of symbols and places.
  let parameters: Int
  /// Ascending.
  let steps: [Int]
  /// Nil where nobody has counted its operations.
  private let counted: NetworkCost?
  /// By split, then by step: what training makes small.
  private let losses: [String: [Double]]
  /// The share of answers that are right.
  private let accuracies: [String: [Double]]

  init(_ seen: Sighting, stage name: String) {
    let stage = seen.plan.stage(named: name)
    let model = seen.plan.model(of: stage).model
    parameters = model.layout.countWithoutTables
    counted = NetworkCost(of: stage, seen.plan)
    let milestones = seen.run.stage(named: name).milestones
    steps = milestones.map(\.step)
    var (losses, accuracies): ([String: [Double]], [String: [Double]]) = ([:], [:])
    for (place, split) in seen.plan.watched(in: stage).enumerated() {
      let answers = milestones.map { $0.predictions[place] }
      let evaluations = split.examples.evaluations(
        of: answers, count: split.count, seed: ReplicateSeeds(seen.replicate).questions(of: split))
      losses[split.examples.name] = zip(evaluations, answers).map(model.loss.score)
      accuracies[split.examples.name] = evaluations.map { model.loss.accuracy.score($0, .everything) }
    }
    (self.losses, self.accuracies) = (losses, accuracies)
  }

  var cost: NetworkCost {
    guard let counted else { preconditionFailure("The operations of a network of \(parameters) are not counted.") }
    return counted
  }

  func losses(on examples: Examples) -> [Double] { column(losses, examples) }
  func accuracies(on examples: Examples) -> [Double] { column(accuracies, examples) }

  private func column(_ columns: [String: [Double]], _ examples: Examples) -> [Double] {
    guard let column = columns[examples.name] else {
      preconditionFailure("\(examples.name) was not watched, only \(columns.keys.sorted()).")
    }
    return column
  }
}

extension Sighting {
  /// What the network said of all questions at a stage's end.
  func loss(on examples: Examples, after stage: String) -> Double {
    guard let place = plan.asked.firstIndex(where: { $0.examples == examples }) else {
      preconditionFailure("\(plan.id) does not ask \(examples.name).")
    }
    let split = plan.asked[place]
    let evaluation = examples.evaluation(
      of: run.stage(named: stage).predictions[place], count: split.count,
      seed: ReplicateSeeds(replicate).questions(of: split))
    return Metric.squaredError.score(evaluation, .everything)
  }
}

extension SizeCurve {
  /// log10 N.
  var decades: Double { Elementary.decimalLogarithm(Double(parameters)) }
}
