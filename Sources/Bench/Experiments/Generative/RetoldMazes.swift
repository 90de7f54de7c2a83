import Data
import Judging

/// Mazes that are told otherwise, or are larger: is their frontier the same law?
struct RetoldMazes: Hashable {
  let id: String
  let words: String
  let mazes: GenerativeMazes
  let provenance: Claim.Provenance

  static let all = [
    RetoldMazes(
      id: "scaling/generative-sorted", words: "with the cells of each passage sorted",
      mazes: GenerativeMazes(rows: 3, columns: 3, sortsCells: true),
      provenance: .pilot("As of scaling/generative; a pilot in PyTorch had .50, with an interval from .48 to .53.")),
    RetoldMazes(
      id: "scaling/generative-larger", words: "of 4 x 4 cells", mazes: GenerativeMazes(rows: 4, columns: 4),
      provenance: .goal(
        "What scaling/generative is held to. Two seeds of a pilot in PyTorch had .25, so it may well miss.")),
  ]
}
