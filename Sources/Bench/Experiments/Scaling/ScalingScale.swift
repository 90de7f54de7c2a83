import Judging

/// What a profile changes in the sweeps over sizes.
struct ScalingScale: Hashable {
  let widths: [Int]
  /// Of those, the ones that also learn from vertices that keep their numbers.
  let plainWidths: [Int]
  let steps: Int
  let tuningSteps: Int
  let scratchSteps: Int
  let replicates: Int
  /// Whether more is claimed than what holds at any length.
  let claimsAll: Bool

  static func at(_ profile: Profile) -> ScalingScale {
    switch profile {
    case .smoke:
      ScalingScale(
        widths: [8, 16, 24], plainWidths: [16], steps: 500, tuningSteps: 40, scratchSteps: 80,
        replicates: 5,
        claimsAll: false)
    case .standard, .paper:
      ScalingScale(
        widths: [8, 12, 16, 24, 32], plainWidths: [12, 24], steps: 4_000, tuningSteps: 400,
        scratchSteps: 800,
        replicates: 5, claimsAll: true)
    }
  }

  var ladder: SizeLadder { SizeLadder(widths: widths, steps: steps) }
}
