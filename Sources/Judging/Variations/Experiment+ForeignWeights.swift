import Storage
import Training

extension Experiment {
  /// The same questions and claims for weights that were trained elsewhere. It trains nothing: its only stage has no step,
  /// and what the weights were shown is not known.
  ///
  /// - Parameter stage: after which the weights stand; nil for the last.
  /// - Throws: `UnknownName` where there is no such stage, `SettingProblem` where nothing can be judged.
  package func asking(weightsIn files: [String], after name: String?) throws -> Experiment {
    guard let declared = plan.stages.last(where: { name == nil || $0.name == name }) else {
      throw UnknownName(kind: "stage of \(plan.id)", asked: name ?? "", known: plan.stages.map(\.name))
    }
    let judged = claims.filter { $0.stage == declared.name && !$0.metric.isReading }
    guard !judged.isEmpty else {
      let known = Set(claims.filter { !$0.metric.isReading }.map(\.stage)).sorted().joined(separator: ", ")
      throw SettingProblem(
        name: "--stage", value: declared.name,
        mend: known.isEmpty
          ? "\(plan.id) claims nothing of answers: weights alone do not let it be judged."
          : "\(plan.id) claims nothing of the answers after it: name one of \(known).")
    }
    if case .amplified = declared.labels {
      throw SettingProblem(
        name: "--weights", value: files[0],
        mend: "\(plan.id) trains two networks on each other's answers, and judges what they say on the way.")
    }
    var stage = Stage(declared.name, on: declared.examples, declared.recipe)
    stage.recipe.steps = 0
    var foreign = self
    foreign.plan = TrainingPlan(
      id: plan.id, model: plan.model(of: declared), stages: [stage], asked: plan.asked, replicates: files.count)
    foreign.claims = judged.map(\.ofOthers)
    foreign.instrumentation = nil
    let variation = Variation(weights: ForeignWeights(files: files, stage: declared.name))
    foreign.variation = variation
    foreign.claim += " Judged of weights that were trained elsewhere: \(variation)."
    return foreign
  }

  /// Whether nobody knows what the weights were shown.
  package var isTrainedElsewhere: Bool { variation?.weights != nil }
}

extension Claim {
  /// The same for weights that were not looked at when its threshold was chosen: no file is one of those replicates.
  fileprivate var ofOthers: Claim {
    switch provenance.source {
    case .replicates(let numbers), .judged(let numbers):
      var claim = self
      claim.provenance = .goal("\(provenance.sentence) The suite's own replicates \(numbers) chose it.")
      return claim
    default: return self
    }
  }
}
