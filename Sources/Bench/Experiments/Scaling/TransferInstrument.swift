import Instruments
import Judging
import Training

/// Reads what few examples of large graphs come to, by size: after what was learned from small ones, and without.
struct TransferInstrument: Instrument {
  let scale: ScalingScale

  var watches: [StageWatch] { [] }

  func readings(_ seen: Sighting) -> [Reading] {
    let before = scale.widths.map { seen.loss(on: SizeSweep.large, after: SizeLadder.learned($0)) }
    let tuned = scale.widths.map { seen.loss(on: SizeSweep.large, after: SizeSweep.tuned($0)) }
    let scratch = scale.widths.map { SizeCurve(seen, stage: SizeSweep.fromScratch($0)) }
    let looks = scratch.map { $0.losses(on: SizeSweep.large) }
    let best = looks.map { $0.min()! }
    let decades = scratch.map(\.decades)
    func slope(_ losses: [Double]) -> Double {
      StraightLine(through: losses.map(Elementary.logarithm), at: decades)?.slope ?? .nan
    }
    return zip(scale.widths, zip(before, zip(tuned, zip(best, looks)))).flatMap { width, numbers in
      let (before, (tuned, (best, looks))) = numbers
      return [
        Reading("before fine-tuning, width \(width)", before),
        Reading("fine-tuned, width \(width)", tuned),
        Reading("from scratch at its best, width \(width)", best),
        Reading("from scratch at its last, width \(width)", looks.last!),
      ]
    } + [
      Reading("slope, fine-tuned", slope(tuned)), Reading("slope, from scratch", slope(best)),
      Reading("slope, from scratch at its last", slope(looks.map { $0.last! })),
      Reading("slope, before fine-tuning", slope(before)),
      Reading("fine-tuned by from scratch, the largest", zip(tuned, best).map { $0 / $1 }.max()!),
      Reading("fine-tuned by before, the largest", zip(tuned, before).map { $0 / $1 }.max()!),
    ]
  }
}
