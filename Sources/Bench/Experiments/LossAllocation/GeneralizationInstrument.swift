import Data
import Instruments
import Learning
import Training

/// Reads whether what helps the examples trained on helps others, and those that are drawn otherwise.
struct GeneralizationInstrument: Instrument {
  static let stage = "fine-tune"

  static let sets: [WatchedSet] = [
    WatchedSet("trained on", .graphs(.fineTune), count: 512, origin: .learnedFrom),
    WatchedSet("fresh", .graphs(.fineTune), count: 512),
    WatchedSet("shifted", .graphs(.onPathLargeGraphs), count: 512),
    WatchedSet("retained", .graphs(.train), count: 512),
  ]
  /// Their labels are those of their neighbours, so that nothing true helps them.
  static let shuffled: [WatchedSet] = [
    WatchedSet("fresh, shuffled", .graphs(.fineTune), count: 512, isShuffled: true),
    WatchedSet("shifted, shuffled", .graphs(.onPathLargeGraphs), count: 512, isShuffled: true),
    WatchedSet("shifted, shuffled too", .graphs(.onPathLargeGraphs), count: 512, isShuffled: true),
  ]

  private static let watch = StageWatch(
    stage, sets + shuffled,
    AllocationPlan(
      (sets + shuffled).indices.map { AllocationObserver(.set($0), .integrated) } + [pointOnShifted],
      completeSets: sets.count))
  private static let pointOnShifted = AllocationObserver(.set(2), .point)

  var watches: [StageWatch] { [Self.watch] }

  func readings(_ seen: Sighting) throws -> [Reading] {
    let kept = seen(Self.watch)
    let blocks = Self.blocks(of: seen.plan.model.layout)
    var readings: [Reading] = []
    for (number, set) in Self.sets.enumerated() {
      let reading = try kept.reading(of: AllocationObserver(.set(number), .integrated))
      let sums = reading.sums(of: blocks)
      readings += [
        Reading("defect: \(set.name)", kept.allocation.completeness(ofSet: number).worst),
        Reading("change: \(set.name)", reading.change),
        Reading("signs agree: \(set.name)", reading.agreement.agreement ?? .nan),
        Reading("largest block: \(set.name)", sums.max()!), Reading("smallest block: \(set.name)", sums.min()!),
      ]
      readings += zip(blocks, sums).map { Reading("\($0.name): \(set.name)", $1) }
    }
    for (number, set) in Self.shuffled.enumerated() {
      let reading = kept.allocation.unchecked(AllocationObserver(.set(Self.sets.count + number), .integrated))
      readings += [
        Reading("signs agree: \(set.name)", reading.agreement.agreement ?? .nan),
        Reading("largest block: \(set.name)", reading.sums(of: blocks).max()!),
      ]
    }
    func helping(_ set: Int) throws -> Double {
      let sums = try kept.reading(of: AllocationObserver(.set(set), .integrated)).sums(of: blocks)
      return Double(sums.count { $0 < 0 }) / Double(sums.count)
    }
    readings += [
      Reading("blocks that help: shifted", try helping(2)), Reading("blocks that help: retained", try helping(3)),
    ]
    let agreeing = readings.filter { $0.name.hasPrefix("signs agree: shifted") }.map(\.value)
    readings += [
      Reading("shifted signs, less where shuffled", agreeing[0] - agreeing[1]),
      Reading("where shuffled, less shuffled otherwise", agreeing[1] - agreeing[2]),
    ]
    let defects = Self.sets.indices.map { kept.allocation.completeness(ofSet: $0).worst }
    return readings + [
      Reading("complete", defects.max()!),
      Reading("by points, shifted", kept.allocation.completeness(of: Self.pointOnShifted)!.worst),
    ]
  }

  /// Whole blocks, without what stands before and after them.
  private static func blocks(of layout: ParameterLayout) -> [NamedRange] {
    layout.layers.reduce(into: []) { blocks, layer in
      let parts = layer.name.split(separator: ".")
      guard parts.first == "blocks" else { return }
      let name = parts.prefix(2).joined(separator: ".")
      if let last = blocks.last, last.name == name {
        blocks[blocks.count - 1] = NamedRange(name: name, range: last.range.lowerBound..<layer.range.upperBound)
      } else {
        blocks.append(NamedRange(name: name, range: layer.range))
      }
    }
  }
}

extension GraphSplit {
  /// What `onPathAnyTarget` is of graphs larger than fine-tuning shows.
  static let onPathLargeGraphs = GraphSplit(
    name: "on-path-large-graphs", revision: 1, sizes: 8...15, acceptance: .reachable, target: .onPath(atMost: nil),
    unreachableLabel: 15)
}
