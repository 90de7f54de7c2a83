import Instruments
import Judging
import Training

extension Experiment {
  /// Those that watch a loss being shared out among parameters, layers and examples (Lan, Liu, Zhou and Yosinski, 2019), in
  /// the order of their questions; those that a profile is too small to claim anything of are left out.
  static func lossAllocations(_ profile: Profile) -> [Experiment] {
    [
      .allocationFactors(profile), .allocationCoinFlip(profile), .allocationLayers(profile),
      .allocationSynchrony(profile), .allocationExamples(profile), .allocationGeneralization(profile),
    ].filter { !$0.claims.isEmpty }
  }

  /// An experiment on the arms: all have the same plan, so that it is trained once.
  static func onArms(
    _ id: String, _ claim: String, _ profile: Profile, _ instrument: some Instrument, _ claims: [Claim],
    always: Set<String> = []
  ) -> Experiment {
    let scale = LossAllocationScale.at(profile)
    return Experiment(
      id: id, claim: claim, profile: profile, model: LossAllocationScale.small,
      stages: AllocationArm.allCases.map { $0.stage(steps: scale.steps) }, asked: [], replicates: 5,
      claims: claims.filter { scale.claimsAll || always.contains($0.subject) },
      instrumentation: Instrumentation(instrument))
  }
}

extension ReadingClaims {
  /// About runs on the arms; those that name no arm name the first.
  static func onArms(of experiment: String) -> ReadingClaims {
    ReadingClaims(of: experiment, at: AllocationArm.descent.rawValue, in: "LossAllocation")
  }

  func on(_ arm: AllocationArm) -> ReadingClaims { at(arm.rawValue) }
}
