import Judging
import Reports
import Training

extension JudgedClaim {
  /// The claim's metric while training went on, where that was watched: on what is learned from beside what is judged,
  /// and by the slices of the judged split.
  var scoreCurves: [Curve] {
    guard !claim.metric.isReading else { return [] }
    let name = claim.metric.printedName
    var curves: [Curve] = []
    let sides = sideCurves
    if !sides.isEmpty { curves.append(Curve("\(name) while training", LineChart(sides))) }
    let slices = sliceCurves
    if !slices.isEmpty { curves.append(Curve("\(name) of \(claim.split) while training", LineChart(slices))) }
    return curves
  }

  /// In distribution, and shifted.
  package var sideCurves: [ScoreCurve] {
    let learned = experiment.plan.stage(named: claim.stage).examples
    let isShifted = learned.name != claim.split || !claim.slice.conditions.isEmpty
    let inDistribution = WatchedAnswers(experiment, split: learned.name, upTo: claim.stage, runs)?
      .curve(claim.metric, on: .everything, name: "in distribution: \(learned.name)")
    let judged = isShifted ? watched?.curve(claim.metric, on: claim.slice, name: "shifted: \(claim.subject)") : nil
    return [inDistribution, judged].compactMap { $0 }
  }

  /// By what the split's examples are told apart by while training goes on, such as the length of the path.
  package var sliceCurves: [ScoreCurve] {
    guard let watched else { return [] }
    let slices = experiment.split(about: claim).examples.watchedSlices
    return slices.compactMap { watched.curve(claim.metric, on: $0) }
  }

  private var watched: WatchedAnswers? {
    WatchedAnswers(
      experiment, split: claim.split, upTo: claim.stage, runs, seen: answers.map { $0.evaluation.attribute("seen") })
  }
}
