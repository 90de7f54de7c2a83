import Instruments
import Learning
import Training

/// What is trained, what it is asked, and what is claimed of the answers. Pure data. What its plan has is read from it
/// directly: `experiment.stages`.
@dynamicMemberLookup
package struct Experiment: Sendable, Hashable {
  /// Everything that decides a number; a claim decides none.
  package var plan: TrainingPlan
  /// In one sentence.
  package var claim: String
  package var profile: Profile
  package var claims: [Claim]
  /// What reads the numbers that claims without examples are about; nil where there are none.
  package var instrumentation: Instrumentation?
  /// How it differs from what is declared; nil where it does not.
  package var variation: Variation?

  package init(
    id: String, claim: String, profile: Profile, model: Architecture, firstWeights: FirstWeights = .drawn,
    stages: [Stage], asked: [AskedSplit], replicates: Int, claims: [Claim],
    instrumentation: Instrumentation? = nil
  ) {
    plan = TrainingPlan(
      id: id, model: model, firstWeights: firstWeights, stages: stages, asked: asked, replicates: replicates)
    self.claim = claim
    self.profile = profile
    self.claims = claims
    self.instrumentation = instrumentation
    precondition(
      Set(claims.map(\.subject)).count == claims.count, "\(id) has two claims of one name: \(claims.map(\.subject)).")
    for claim in claims {
      precondition(
        stages.contains { $0.name == claim.stage }
          && (claim.metric.isReading
            ? instrumentation != nil : asked.contains { $0.examples.name == claim.split }),
        "\(id) claims \(claim.subject) of \(claim.split) after \(claim.stage), and neither trains nor asks that.")
    }
    precondition(
      Set(claims.map { $0.testName == nil }).count <= 1,
      "\(id) has claims with a test and claims without: it is either of the suite or a study.")
  }

  package subscript<Member>(dynamicMember member: WritableKeyPath<TrainingPlan, Member>) -> Member {
    get { plan[keyPath: member] }
    set { plan[keyPath: member] = newValue }
  }

  package subscript<Member>(dynamicMember member: KeyPath<TrainingPlan, Member>) -> Member { plan[keyPath: member] }

  /// Whether it is too long for `swift test`: its claims have no tests, and are judged by `genbench run ID` alone.
  package var isStudy: Bool { claims.allSatisfy { $0.testName == nil } }

  /// What to type to ask for one claim alone.
  package func rerunCommand(_ claim: Claim) -> String {
    guard let testName = claim.testName, variation == nil else {
      return "swift run genbench run \(plan.id)" + (profile == .standard ? "" : " --profile \(profile.rawValue)")
        + (variation.map { " \($0)" } ?? "")
    }
    return (profile == .standard ? "" : "GENBENCH_PROFILE=\(profile.rawValue) ") + "tools/test --filter '\(testName)'"
  }

  /// The claim that the test function of this name asks for: a claim is named where it is declared, and the test finds it
  /// by its own name.
  package func claim(testedBy test: String) -> Claim {
    let found = claims.filter { $0.testName?.split(separator: "/").last.map(String.init) == test }
    precondition(
      found.count == 1,
      "\(plan.id) has \(found.count) claims for the test \(test), not 1; it has \(claims.compactMap(\.testName)).")
    return found[0]
  }

  package func claim(named subject: String) -> Claim {
    guard let claim = claims.first(where: { $0.subject == subject }) else {
      preconditionFailure("\(plan.id) has no claim \(subject), only \(claims.map(\.subject).joined(separator: ", ")).")
    }
    return claim
  }
}
