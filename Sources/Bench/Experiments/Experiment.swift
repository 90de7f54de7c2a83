import Learning

/// What is trained, what it is asked, and what is claimed of the answers. Pure data.
package struct Experiment: Sendable, Hashable {
  package var id: String
  /// In one sentence.
  package var claim: String
  package var profile: Profile
  package var model: Architecture
  package var firstWeights: FirstWeights
  package var stages: [Stage]
  package var questions: [Question]
  package var replicates: Int
  package var claims: [Claim]

  package init(
    id: String, claim: String, profile: Profile, model: Architecture, firstWeights: FirstWeights = .drawn,
    stages: [Stage], questions: [Question], replicates: Int, claims: [Claim]
  ) {
    self.id = id
    self.claim = claim
    self.profile = profile
    self.model = model
    self.firstWeights = firstWeights
    self.stages = stages
    self.questions = questions
    self.replicates = replicates
    self.claims = claims
    for question in questions {
      precondition(
        question.loops == nil || model.loops != nil,
        "\(id) asks \(question.examples.name) with more loops, and its model has none.")
    }
    for (place, stage) in stages.enumerated() {
      precondition(
        stage.after.map { name in stages[..<place].contains { $0.name == name } } ?? true,
        "\(id): \(stage.name) begins after \(stage.after ?? ""), which is no stage before it.")
      if case .amplified = stage.labels {
        precondition(
          place == 0 && stage.perturbation == nil && firstWeights == .drawn,
          "\(id): a system draws its own first weights; \(stage.name) would ignore those it is given.")
      }
      for split in stage.watch?.splits ?? [] {
        precondition(
          questions.contains { $0.examples.name == split },
          "\(id) watches \(split) in \(stage.name), and never asks it.")
      }
    }
    for claim in claims {
      precondition(
        stages.contains { $0.name == claim.stage } && questions.contains { $0.examples.name == claim.split },
        "\(id) claims \(claim.subject) of \(claim.split) after \(claim.stage), and neither trains nor asks that.")
    }
    precondition(
      Set(claims.map { $0.testName == nil }).count <= 1,
      "\(id) has claims with a test and claims without: it is either of the suite or a study.")
  }

  /// Whether it is too long for `swift test`: its claims have no tests, and are judged by `genbench run ID` alone.
  package var isStudy: Bool { claims.allSatisfy { $0.testName == nil } }

  /// What to type to ask for one claim alone.
  package func rerunCommand(_ claim: Claim) -> String {
    guard let testName = claim.testName else {
      return "swift run genbench run \(id)" + (profile == .standard ? "" : " --profile \(profile.rawValue)")
    }
    return (profile == .standard ? "" : "GENBENCH_PROFILE=\(profile.rawValue) ") + "swift test --filter '\(testName)'"
  }

  /// Optimizer steps of one replicate, over all stages.
  package var steps: Int { stages.reduce(0) { $0 + $1.recipe.steps } }

  package func stage(named name: String) -> Stage {
    guard let stage = stages.first(where: { $0.name == name }) else {
      preconditionFailure("\(id) has no stage \(name), only \(stages.map(\.name).joined(separator: ", ")).")
    }
    return stage
  }

  package func claim(named subject: String) -> Claim {
    guard let claim = claims.first(where: { $0.subject == subject }) else {
      preconditionFailure("\(id) has no claim \(subject), only \(claims.map(\.subject).joined(separator: ", ")).")
    }
    return claim
  }
}
