import Data
import Instruments
import Judging
import Training

/// Reads by which share a path costs a network less where it was shown the maze: by its own loss on blank mazes, and by what a
/// blank maze's path costs one who knows all mazes.
struct InfogainInstrument: Instrument {
  let scale: GenerativeScale
  let setting: BlankedSetting

  var watches: [StageWatch] { [] }

  /// When no network has learned paths yet.
  static let earlyStep = 248
  /// Of the parts that a sequence has.
  private static let path = 2

  static func difference(_ scale: GenerativeScale, step: Int) -> String {
    "infogain, width \(scale.widths[scale.widths.count - 1]) less width \(scale.widths[0]), step \(step)"
  }

  /// At which steps networks are compared: of a small profile those that it has.
  private var steps: [Int] {
    [Self.earlyStep, setting.claimedStep, scale.steps].filter { $0 <= scale.steps }.reduce(into: []) { steps, step in
      if !steps.contains(step) { steps.append(step) }
    }
  }

  func readings(_ seen: Sighting) -> [Reading] {
    let entropy = setting.mazes.blindPathEntropy
    let shown = GenerativeLooks(seen, GenerativeExamples(setting.shown))
    let blank = GenerativeLooks(seen, GenerativeExamples(setting.blank), at: 1)
    /// Where the maze is shown the path has no entropy: what it costs is what is lacking.
    func losses(_ width: Int, _ step: Int) -> (shown: Double, blank: Double) {
      (
        shown.look(width: width, step: step).parts[Self.path],
        entropy + blank.look(width: width, step: step).parts[Self.path]
      )
    }
    func gain(_ width: Int, _ step: Int) -> Double {
      let losses = losses(width, step)
      return (losses.blank - losses.shown) / losses.blank
    }
    let compared = steps.map { step in
      Reading(
        Self.difference(scale, step: step),
        gain(scale.widths[scale.widths.count - 1], step) - gain(scale.widths[0], step))
    }
    return compared + [Reading("a blank maze's path, exact", entropy)]
      + scale.widths.flatMap { width in
        let end = losses(width, scale.steps)
        return steps.map { Reading("infogain, width \(width), step \($0)", gain(width, $0)) } + [
          Reading("infogain by the exact blank, width \(width)", (entropy - end.shown) / entropy),
          Reading("a blank maze's path, width \(width)", end.blank),
          Reading("a shown maze's path, width \(width)", end.shown),
        ]
      }
  }
}
