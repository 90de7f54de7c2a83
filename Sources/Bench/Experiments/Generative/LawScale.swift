import Data
import Instruments
import Judging
import Training

/// Networks of many widths that write the same mazes, told in two ways: which cell of a passage comes first is a fair coin, or
/// always the smaller. The coins are noise of known size, in labels that are otherwise alike.
struct LawScale: Hashable {
  let widths: [Int]
  let steps: Int
  /// Whether there are enough sizes and looks to fit a surface to.
  let claimsAll: Bool

  /// A way of telling them, and what is to be known of it.
  struct Telling: Hashable {
    let name: String
    let mazes: GenerativeMazes

    func stage(width: Int) -> String { "width \(width), \(name)" }
  }

  static let coins = Telling(name: "coins", mazes: GenerativeMazes(rows: 2, columns: 3))
  static let sorted = Telling(name: "sorted", mazes: GenerativeMazes(rows: 2, columns: 3, sortsCells: true))
  static let tellings = [coins, sorted]
  /// What the coins add: 5 ln 2 nats.
  static let noise = coins.mazes.entropy - sorted.mazes.entropy

  static func at(_ profile: Profile) -> LawScale {
    switch profile {
    case .smoke: LawScale(widths: [4, 8], steps: 62, claimsAll: false)
    case .standard: LawScale(widths: [4, 6, 8, 12, 16], steps: 2_000, claimsAll: true)
    case .paper: LawScale(widths: [4, 6, 8, 12, 16, 24, 32, 48, 64], steps: 30_000, claimsAll: true)
    }
  }

  var stages: [Stage] {
    let scale = GenerativeScale(widths: widths, steps: steps, claimsAll: claimsAll)
    return Self.tellings.flatMap { telling in
      zip(widths, scale.stages(on: telling.mazes)).map { width, stage in
        var stage = stage
        stage.name = telling.stage(width: width)
        stage.stream = telling.stage(width: widths[0])
        stage.watch?.splits = [stage.examples.name]
        return stage
      }
    }
  }

  var asked: [AskedSplit] {
    Self.tellings.map { AskedSplit(.generative($0.mazes), count: GenerativeScale.askedCount) }
  }

  /// What its networks came to, as one replicate has it.
  func looks(_ seen: Sighting, _ telling: Telling) -> GenerativeLooks {
    let stages = widths.map { seen.plan.stage(named: telling.stage(width: $0)) }
    return GenerativeLooks(seen, GenerativeExamples(telling.mazes), after: stages)
  }
}
