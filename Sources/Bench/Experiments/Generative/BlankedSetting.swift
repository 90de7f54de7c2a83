import Data
import Judging

/// Mazes of one size, an eighth of them blank, and after how many of the steps more is claimed of the largest network than of
/// the smallest.
struct BlankedSetting: Hashable {
  let id: String
  let mazes: GenerativeMazes
  let claimedStep: Int
  let provenance: Claim.Provenance

  var learned: BlankedMazes { BlankedMazes(mazes, blank: Probability(1, of: 8)) }
  var shown: BlankedMazes { BlankedMazes(mazes, blank: .never) }
  var blank: BlankedMazes { BlankedMazes(mazes, blank: .always) }

  var words: String { "\(mazes.rows) x \(mazes.columns)" }

  static let all = [
    BlankedSetting(
      id: "scaling/infogain", mazes: GenerativeScale.mazes, claimedStep: 1_984,
      provenance: .pilot("Two seeds of a pilot in PyTorch, at step 2,000: .41 and .71; after 250 steps .02 and .04.")),
    BlankedSetting(
      id: "scaling/infogain-larger", mazes: GenerativeMazes(rows: 4, columns: 4), claimedStep: 6_000,
      provenance: .goal("What 3 x 3 is held to.")),
  ]
}
