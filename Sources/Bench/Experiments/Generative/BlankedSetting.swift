import Data
import Judging

/// Mazes of one size, an eighth of them blank, and for how long they are learned.
struct BlankedSetting: Hashable {
  let id: String
  let mazes: GenerativeMazes
  let steps: Int
  /// After which of them more is claimed of the largest network than of the smallest.
  let claimedSteps: [Int]
  let provenance: Claim.Provenance

  var learned: BlankedMazes { BlankedMazes(mazes, blank: Probability(1, of: 8)) }
  var shown: BlankedMazes { BlankedMazes(mazes, blank: .never) }
  var blank: BlankedMazes { BlankedMazes(mazes, blank: .always) }

  var words: String { "\(mazes.rows) x \(mazes.columns)" }

  /// Of a small profile, whose networks learn for a moment, its end.
  func claimedSteps(_ profile: Profile) -> [Int] { profile == .smoke ? [scale(profile).steps] : claimedSteps }

  func scale(_ profile: Profile) -> GenerativeScale {
    switch profile {
    case .smoke: GenerativeScale(widths: [8, 16], steps: 350, claimsAll: false)
    case .standard, .paper: GenerativeScale(widths: [8, 16, 32], steps: steps, claimsAll: true)
    }
  }
}

extension GenerativeScale {
  /// The larger mazes take more steps.
  static let blanked = [
    BlankedSetting(
      id: "scaling/infogain", mazes: mazes, steps: 6_000, claimedSteps: [1_984, 6_000],
      provenance: .pilot(
        "Two seeds of a pilot in PyTorch, at step 2,000: .41 and .71; after 250 steps .02 and .04. That later steps are "
          + "judged too was decided after replicates 0 to 4 had been seen at 1,984.")),
    BlankedSetting(
      id: "scaling/infogain-larger", mazes: GenerativeMazes(rows: 4, columns: 4), steps: 6_000, claimedSteps: [6_000],
      provenance: .goal("What 3 x 3 is held to.")),
  ]
}
