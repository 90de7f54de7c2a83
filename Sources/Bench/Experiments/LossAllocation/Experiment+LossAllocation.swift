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

extension Claim {
  /// - Parameter arm: whose stage it names; of several the first.
  static func allocation(
    _ name: String, _ quantity: String, _ requirement: Requirement, of arm: AllocationArm = .descent,
    in experiment: String,
    isControl: Bool = false, floor: TrivialPredictor? = nil, test: String,
    smallestEffect: Double? = nil, from provenance: Claim.Provenance
  ) -> Claim {
    .reading(
      name, of: quantity, in: experiment, stage: arm.rawValue, requirement, isControl: isControl, floor: floor,
      test: "LossAllocation/\(test)", provenance: provenance, smallestEffect: smallestEffect)
  }
}
