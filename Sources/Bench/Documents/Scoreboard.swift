/// Which networks still answer, by how the questions differ from those they learned from: a row a network, and in it a
/// claim a kind of shift, with the section of the documents that tells the rest.
struct Scoreboard {
  struct Cell {
    let shift: String
    /// The claim's subject.
    let claim: String
    /// `mazes.md#mazes-much-larger`
    let section: String
  }

  struct Row {
    let experiment: String
    let network: String
    let cells: [Cell]
  }

  /// Kinds of shift, from none to the farthest.
  let shifts: [String]
  let rows: [Row]

  static var all: [Scoreboard] { [graphs, mazes, powers] }
}

extension Scoreboard {
  private static func cell(_ shift: String, _ claim: String, _ section: String) -> Cell {
    Cell(shift: shift, claim: claim, section: section)
  }

  private static var graphs: Scoreboard {
    let published = "shortest-paths.md#the-published-question"
    let looped = "shortest-paths.md#a-looped-network"
    let otherwise = "shortest-paths.md#graphs-built-otherwise"
    return Scoreboard(
      shifts: ["as learned", "other questions", "larger", "built otherwise"],
      rows: [
        Row(
          experiment: "graphs/on-path", network: "encoder, targets other than 2",
          cells: [
            cell("other questions", "any-target not 2, n=8...15 unseen", published),
            cell("larger", "small-target not 2, n=8...15 unseen", published),
            cell("built otherwise", "fine-tuned: grids unseen", otherwise),
          ]),
        Row(
          experiment: "graphs/from-scratch", network: "the same, fine-tuned only",
          cells: [
            cell("other questions", "from scratch: any-target not 2, n=8...15 unseen", published),
            cell("larger", "from scratch: small-target not 2, n=8...15 unseen", published),
          ]),
        Row(
          experiment: "graphs/looped", network: "looped, along edges",
          cells: [
            cell("other questions", "any-target unseen", looped), cell("larger", "n=64 reachable", looped),
            cell("built otherwise", "grids unseen", otherwise),
          ]),
        Row(
          experiment: "graphs/looped-named", network: "the same, told vertices' numbers",
          cells: [
            cell("as learned", "named: train split unseen", looped), cell("larger", "named: n=64 reachable", looped),
          ]),
        Row(
          experiment: "graphs/handmade-32", network: "written by hand",
          cells: [cell("as learned", "handmade n=32", "handmade-search.md")]),
      ])
  }

  private static var mazes: Scoreboard {
    let sizes = "mazes.md#other-sizes-other-generators"
    let starts = "maze-tokens.md#where-the-path-starts-loss-positions-sizes"
    return Scoreboard(
      shifts: ["as learned", "longer paths", "larger", "built otherwise"],
      rows: [
        Row(
          experiment: "mazes/other-sizes", network: "looped, along passages",
          cells: [
            cell("as learned", "3 x 3 to 5 x 5, held out", sizes),
            cell("longer paths", "paths of 12 steps and more", sizes), cell("larger", "8 x 8", sizes),
            cell("built otherwise", "Kruskal's", sizes),
          ]),
        Row(
          experiment: "mazes/much-larger", network: "the same, far larger",
          cells: [cell("larger", "30 x 30", "mazes.md#mazes-much-larger")]),
        Row(
          experiment: "mazes/tokens-path-absolute-one",
          network: "reads tokens, one size, learned positions: first cell",
          cells: [cell("as learned", "first cell, 4 x 4", starts), cell("larger", "first cell, 5 x 5", starts)]),
        Row(
          experiment: "mazes/tokens-path-rotary-three", network: "the same, three sizes, rotary positions",
          cells: [cell("larger", "first cell, 6 x 6", starts)]),
      ])
  }

  private static var powers: Scoreboard {
    let squaring = "higher-powers.md#past-the-seed-higher-powers-without-higher-labels"
    return Scoreboard(
      shifts: ["as learned", "other questions", "higher powers", "more elements"],
      rows: [
        Row(
          experiment: "powers/squaring", network: "reads a bit a loop, keeps symbols",
          cells: [
            cell("other questions", "the exponent 5", squaring),
            cell("higher powers", "8 elements, depth 6", squaring),
            cell("more elements", "32 elements, depth 6", squaring),
          ]),
        Row(
          experiment: "powers/squaring-vectors", network: "the same, keeps vectors",
          cells: [
            cell("as learned", "vectors: held-out permutations", squaring),
            cell("higher powers", "vectors: 8 elements, depth 6", squaring),
          ]),
        Row(
          experiment: "powers/reliable", network: "hears its own answers only",
          cells: [cell("as learned", "X_PA, all questions", "powering.md#powers-without-labels")]),
      ])
  }
}
